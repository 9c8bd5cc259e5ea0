package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityLabelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unconfined",
                "firefox (unconfined)",
                "unconfined_u:unconfined_r:unconfined_t:s0-s0:c0.c1023",
                "user_u:user_r:unconfined_t"
            })
    void saysNothingWithoutConfinement(String label) throws IdentityDoubt {
        assertThat(SecurityLabel.confinement(label)).isEmpty();
    }

    @Test
    void mayBeAbsent() throws IdentityDoubt {
        assertThat(SecurityLabel.confinement(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "snap.spot-it.spot-it (enforce),snap,snap.spot-it",
        "snap.foo_two.app (enforce),snap,snap.foo_two",
        "snap.foo.hook.configure (kill),snap,snap.foo",
        "com.example.maps_maps_1.2.3 (enforce),click,com.example.maps_maps"
    })
    void namesTheAppOfAnEnforcedProfile(String label, String kind, String app)
            throws IdentityDoubt {
        assertThat(SecurityLabel.confinement(label).map(Sandboxed::wireKind)).contains(kind);
        assertThat(SecurityLabel.confinement(label).map(Sandboxed::wireId)).contains(app);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "snap.foo.foo",
                "snap.foo.foo (complain)",
                "snap.foo.foo (mixed)",
                "snap.foo (enforce)",
                "snap.FOO.foo (enforce)",
                "snap.foo.foo//&unconfined (enforce)",
                "snap.foo.foo//child (enforce)",
                "/usr/bin/evince (enforce)",
                "ubtms_ubtms_1.0 (complain)",
                "a-b.c_app_1 (enforce)",
                "Unconfined",
                "unconfined (enforce)",
                "system_u:system_r:container_t:s0"
            })
    void isADoubtOtherwise(String label) {
        assertThatThrownBy(() -> SecurityLabel.confinement(label))
                .isInstanceOf(IdentityDoubt.class);
    }
}
