package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.junit.jupiter.api.Test;

/// Requirement F30: each change of a settings app is in the ledger with process and program, and
/// can be undone; a site says which programs may change anything.
class F30AdministrativeChangesAreRecordedTest {

    private static final String APP = "org.a.App";

    @Test
    void eachKindOfChangeSaysWhoMadeIt() throws Exception {
        try (var served = ServedStore.start();
                var app = new Listening(served)) {
            app.set("location", "flatpak", APP, "verdict", "allow");
            app.revoke("class", "location");
            var _ = app.permissions.Undo(new UInt64(0));
            app.forget("app", APP);
            app.permissions.SetSituation("driving", true);

            var records = app.ledger(5);

            assertThat(records)
                    .extracting("event")
                    .containsExactly("set", "forgotten", "undone", "revoked", "set");
            var java = ProcessHandle.current();
            assertThat(records)
                    .allSatisfy(each -> {
                        assertThat(each).containsEntry("pid", java.pid());
                        assertThat(each.get("executable"))
                                .isEqualTo(java.info().command().orElseThrow());
                    });
        }
    }

    @Test
    void aProgramThatTheSiteDoesNotNameReadsButChangesNothing() throws Exception {
        try (var served = ServedStore.start()) {
            var site = served.bus.folder().resolve("site");
            var list = site.resolve("gatehouse/store-writers");
            Files.createDirectories(list.getParent());
            Files.writeString(list, "/usr/bin/gdbus\n");
            served.role().close();
            try (var role =
                            ServedStore.start(
                                    served.bus, Map.of("XDG_CONFIG_DIRS", site.toString()));
                    var app = new Listening(served)) {
                var nothing = new UInt64(0);
                var some = Listening.dictionary("app", APP);
                var yes = Listening.dictionary("verdict", "allow");
                for (var call :
                        List.<Runnable>of(
                                () -> app.permissions.Set("location", "host", APP, yes, nothing),
                                () -> app.permissions.Revoke(some, nothing),
                                () -> app.permissions.Forget(some, nothing),
                                () -> app.permissions.Undo(nothing),
                                () -> app.permissions.AnswerDeferred(nothing, yes),
                                () -> app.permissions.SetSituation("driving", true))) {
                    assertThatThrownBy(call::run).hasMessageContaining("AccessDenied");
                }

                assertThat(app.grants()).isEmpty();
                assertThat(app.permissions.ListClasses()).isNotEmpty();
                assertThat(role.ended()).isNotDone();
            }
        }
    }
}
