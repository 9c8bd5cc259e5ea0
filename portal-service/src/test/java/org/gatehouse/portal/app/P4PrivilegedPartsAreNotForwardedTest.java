package org.gatehouse.portal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class P4PrivilegedPartsAreNotForwardedTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "org.freedesktop.login1.Manager,   PowerOff,  \"(true,)\"",
                "org.freedesktop.systemd1.Manager, StopUnit,  \"('a.service', 'replace')\"",
                "org.freedesktop.GeoClue2.Manager, GetClient, ()",
                "org.freedesktop.impl.portal.PermissionStore, List, \"('location',)\"",
                "org.freedesktop.impl.portal.Lockdown, List,  ()",
                "org.gatehouse.Permissions1,       Ledger,    \"(uint64 0, uint32 1)\""
            })
    void theirInterfacesAreUnknownToAnApp(String type, String method, String arguments) {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);

            var answer = app.call(App.PORTAL, type, method, arguments);

            assertThat(answer.error()).isEqualTo("org.freedesktop.DBus.Error.UnknownInterface");
            assertThat(session.geoClue().clients()).isEmpty();
        }
    }
}
