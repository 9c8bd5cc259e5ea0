package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Each role of Gatehouse beside the reference's other roles, with a real app, GeoClue and a
/// pointer.
class MixedPairsTest {

    private static final String LIBEXEC = "/usr/libexec/";
    private static final String REFERENCE_STORE =
            Names.STORE + "=" + LIBEXEC + "xdg-permission-store";
    private static final String REFERENCE_PORTAL =
            Names.PORTAL + "=" + LIBEXEC + "xdg-desktop-portal";
    private static final String REFERENCE_DOCUMENTS =
            Names.DOCUMENTS + "=" + LIBEXEC + "xdg-document-portal";
    private static final String GTK_DIALOG = Names.GTK + "=" + LIBEXEC + "xdg-desktop-portal-gtk";
    private static final String OUR_STORE = Names.STORE + "=" + Image.STORE;
    private static final String OUR_PORTAL = Names.PORTAL + "=" + Image.PORTAL;
    private static final String OUR_PROMPT = Names.PROMPT + "=" + Image.PROMPT;
    private static final String MUNICH = "48.137,11.575";

    @Test
    void ourPortalAsksThroughTheGtkDialogAndItsChoicesCount()
            throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--display",
                        "--geoclue",
                        MUNICH,
                        "--activate",
                        OUR_STORE,
                        "--activate",
                        OUR_PORTAL,
                        "--activate",
                        GTK_DIALOG,
                        "--set",
                        "XDG_CURRENT_DESKTOP=gnome")) {
            var app = SandboxedApp.start(desktop);
            app.awaitLine("session");

            var dialog = Pointer.awaitWindow(desktop, "xdg-desktop-portal-gtk");
            dialog.click(125, 207); // Approximate: the city
            dialog.clickFromBottomRight(130, 17); // Allow

            assertThat(app.awaitLine("response")).isEqualTo("response 0");
            assertThat(app.awaitLine("location")).matches("location 48\\.1.* 2[0-9]000");
            assertThat(desktop.run("flatpak", "permission-show", SandboxedApp.ID)).contains("CITY");
        }
    }

    @Test
    void theReferencePortalAsksThroughOurDialog() throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--display",
                        "--geoclue",
                        MUNICH,
                        "--activate",
                        REFERENCE_STORE,
                        "--activate",
                        REFERENCE_DOCUMENTS,
                        "--activate",
                        REFERENCE_PORTAL,
                        "--activate",
                        OUR_PROMPT,
                        "--set",
                        "XDG_DESKTOP_PORTAL_DIR="
                                + Image.ROOT.resolve("share/xdg-desktop-portal/portals"))) {
            var app = SandboxedApp.start(desktop);
            app.awaitLine("session");

            Pointer.allow(desktop, app);

            assertThat(app.awaitLine("response")).isEqualTo("response 0");
            assertThat(app.awaitLine("location")).startsWith("location 48.137");
            assertThat(desktop.run("flatpak", "permission-show", SandboxedApp.ID))
                    .contains("EXACT");
        }
    }

    /// GTK's backend tells of no windows: that part stays ours.
    @Test
    void ourPortalAsksForTheBackgroundThroughTheGtkDialogAndItsChoicesCount()
            throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--display", "--image", Image.ROOT.toString(), "--activate", GTK_DIALOG)) {
            desktop.write(
                    ".config/xdg-desktop-portal/portals.conf",
                    """
                    [preferred]
                    default=gatehouse
                    org.freedesktop.impl.portal.Access=gtk
                    """);
            var app = SandboxedApp.keepRunning(desktop, "--autostart");

            var dialog = Pointer.awaitWindow(desktop, "xdg-desktop-portal-gtk");
            dialog.click(125, 83); // not: Start when I log in
            dialog.clickFromBottomRight(130, 17); // Allow in the background

            assertThat(app.awaitLine("response"))
                    .isEqualTo("response 0 background=True autostart=False");
            assertThat(desktop.run("flatpak", "permission-show", SandboxedApp.ID))
                    .containsPattern("background\\s+background\\s+.*yes")
                    .containsPattern("background\\s+autostart\\s+.*no");
            desktop.run("flatpak", "kill", SandboxedApp.ID);
            Desktop.await("it has ended", () -> !app.isAlive());
        }
    }

    /// The reference asks only where somebody has stored that it is to ask.
    @Test
    void theReferencePortalAsksForTheBackgroundThroughOurDialog()
            throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--display",
                        "--activate",
                        REFERENCE_STORE,
                        "--activate",
                        REFERENCE_DOCUMENTS,
                        "--activate",
                        REFERENCE_PORTAL,
                        "--activate",
                        OUR_PROMPT,
                        "--set",
                        "XDG_DESKTOP_PORTAL_DIR="
                                + Image.ROOT.resolve("share/xdg-desktop-portal/portals"))) {
            desktop.run(
                    "flatpak",
                    "permission-set",
                    "background",
                    "background",
                    SandboxedApp.ID,
                    "ask");
            var app = SandboxedApp.keepRunning(desktop);

            Pointer.allow(desktop, app);

            assertThat(app.awaitLine("response"))
                    .isEqualTo("response 0 background=True autostart=False");
            desktop.run("flatpak", "kill", SandboxedApp.ID);
            Desktop.await("it has ended", () -> !app.isAlive());
        }
    }

    /// The reference looks whenever an instance starts, and a second time five seconds later.
    @Test
    void theReferencePortalTellsOfAnAppWithoutAWindowByOurNotice()
            throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--display",
                        "--activate",
                        REFERENCE_STORE,
                        "--activate",
                        REFERENCE_DOCUMENTS,
                        "--activate",
                        REFERENCE_PORTAL,
                        "--activate",
                        OUR_PROMPT,
                        "--set",
                        "XDG_DESKTOP_PORTAL_DIR="
                                + Image.ROOT.resolve("share/xdg-desktop-portal/portals"))) {
            desktop.call(Names.PORTAL, Names.PORTAL_PATH, "org.freedesktop.DBus.Peer.Ping");
            desktop.awaitOwner(Names.PORTAL);
            var app =
                    desktop.start(
                            "flatpak", "--user", "run", "--command=sleep", SandboxedApp.ID, "1000");

            Pointer.stop(desktop, app);

            assertThat(desktop.run("flatpak", "permission-show", SandboxedApp.ID))
                    .containsPattern("background\\s+background\\s+.*no");
        }
    }

    @Test
    void ourPortalKeepsAnswersInTheReferenceStore() throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--backend",
                        "grant",
                        "--geoclue",
                        MUNICH,
                        "--activate",
                        REFERENCE_STORE,
                        "--activate",
                        OUR_PORTAL)) {
            var app = SandboxedApp.start(desktop);

            assertThat(app.awaitLine("response")).isEqualTo("response 0");
            assertThat(app.awaitLine("location")).startsWith("location 48.137");
            assertThat(desktop.run("flatpak", "permission-show", SandboxedApp.ID))
                    .contains("EXACT");

            desktop.run("flatpak", "permission-reset", SandboxedApp.ID);
            assertThat(app.awaitEnd()).as("cut off").isEqualTo(3);
        }
    }

    @Test
    void theReferencePortalKeepsAnswersInOurStore() throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--backend",
                        "grant",
                        "--geoclue",
                        MUNICH,
                        "--activate",
                        OUR_STORE,
                        "--activate",
                        REFERENCE_DOCUMENTS,
                        "--activate",
                        REFERENCE_PORTAL)) {
            var first = SandboxedApp.start(desktop, "--updates", "1");
            assertThat(first.awaitEnd()).as(first.output()).isZero();
            assertThat(desktop.run("flatpak", "permission-show", SandboxedApp.ID))
                    .contains("EXACT");

            desktop.call(
                    Names.STORE,
                    Names.STORE_PATH,
                    Names.STORE + ".SetPermission",
                    "location",
                    "false",
                    "location",
                    SandboxedApp.ID,
                    "['NONE','0']");

            var second = SandboxedApp.start(desktop);
            assertThat(second.awaitEnd()).as("our stored refusal holds").isEqualTo(1);
            assertThat(second.output()).contains("response 1");
        }
    }
}
