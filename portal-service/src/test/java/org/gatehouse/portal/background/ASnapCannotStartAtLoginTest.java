package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

/// Not by a portal: snapd starts snaps by itself.
class ASnapCannotStartAtLoginTest {

    @Test
    void isAllowedInTheBackgroundAndToldTheTruth() {
        try (var session = new PortalSession()) {
            session.withBackground();
            session.install("spot-it_player", "Name=Player\n");
            session.install("snap.spot-it", "Name=Player\n");
            var metadata =
                    session.write(
                            "metadata",
                            """
                            [Snap Info]
                            InstanceName=spot-it
                            AppName=player
                            DesktopFile=spot-it_player.desktop
                            """);
            session.withStore()
                    .withPortal(
                            Map.of(
                                    "XDG_DESKTOP_PORTAL_TEST_APP_INFO_KIND",
                                    "snap",
                                    "XDG_DESKTOP_PORTAL_TEST_SNAP_METADATA",
                                    metadata.toString()));
            session.permitBackground("background", "snap.spot-it", "yes");
            var app = session.host();

            var handle = app.requestBackground("'autostart': <true>").path();

            assertThat(app.fullResponse(handle))
                    .contains("(2, {", "'background': <true>", "'autostart': <false>");
            assertThat(session.bus().folder().resolve("config/autostart")).doesNotExist();
        }
    }
}
