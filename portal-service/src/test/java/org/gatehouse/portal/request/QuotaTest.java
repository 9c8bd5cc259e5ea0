package org.gatehouse.portal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.bus.CallRate;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.SandboxKind;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final AppIdentity MAPS =
            new AppIdentity.Sandboxed(SandboxKind.FLATPAK, new AppId("org.gnome.Maps"), "1");
    private static final Caller FIRST = new Caller(":1.1", MAPS);
    private static final Caller SECOND = new Caller(":1.2", MAPS);
    private static final Caller PROGRAM = new Caller(":1.3", new AppIdentity.Host(""));
    private static final Caller OTHER_PROGRAM = new Caller(":1.4", new AppIdentity.Host(""));

    private final Quota quota = new Quota(new Quota.Limits("things", 2, 3, 5));

    @Test
    void limitsAConnectionAndItsApp() {
        quota.take(FIRST);
        quota.take(FIRST);
        assertThatThrownBy(() -> quota.take(FIRST))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("2 live things for one connection");
        quota.take(SECOND);

        assertThatThrownBy(() -> quota.take(SECOND))
                .hasMessageContaining("3 live things for one app");
    }

    @Test
    void countsProgramsWithoutANameEachForItself() {
        quota.take(PROGRAM);
        quota.take(PROGRAM);

        quota.take(OTHER_PROGRAM);

        assertThat(quota.inAll()).isEqualTo(3);
    }

    @Test
    void limitsAllTogether() {
        quota.take(FIRST);
        quota.take(FIRST);
        quota.take(PROGRAM);
        quota.take(PROGRAM);
        quota.take(OTHER_PROGRAM);

        assertThatThrownBy(() -> quota.take(OTHER_PROGRAM))
                .hasMessageContaining("5 live things in all");
    }

    @Test
    void givesAPlaceBackOnce() {
        var place = quota.take(FIRST);
        quota.take(FIRST);

        place.run();
        place.run();

        assertThat(quota.inAll()).isEqualTo(1);
    }

    @Test
    void aConnectionMayCallTwoHundredTimesASecondAfterABurst() {
        var now = new AtomicLong();
        var rate = new CallRate(now::get);
        for (int n = 0; n < 400; n++) {
            rate.count();
        }
        assertThatThrownBy(rate::count).hasMessageContaining("200 calls a second");

        now.addAndGet(10_000_000);

        rate.count();
        rate.count();
        assertThatThrownBy(rate::count).isInstanceOf(PortalException.class);
    }
}
