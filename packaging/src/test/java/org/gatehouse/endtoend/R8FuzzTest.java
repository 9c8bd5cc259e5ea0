package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Bar R8: any message, no crash, no deafness, no late reply, no leak.
///
/// 3,000 calls each; 1,000,000 with the system property `gatehouse.long`.
class R8FuzzTest {

    private static final boolean LONG = Boolean.getBoolean("gatehouse.long");
    private static final String CALLS = LONG ? "1000000" : "3000";
    private static final Duration PATIENCE = LONG ? Duration.ofHours(6) : Duration.ofMinutes(5);

    @Test
    void theStoreSurvivesAnyMessage() throws IOException, InterruptedException {
        try (var desktop = new Desktop("--activate", Names.STORE + "=" + Image.STORE)) {
            assertPasses(fuzz(desktop, Names.STORE, Names.STORE_PATH));
        }
    }

    @Test
    void thePortalSurvivesAnyMessageFromTheHost() throws IOException, InterruptedException {
        try (var desktop =
                new Desktop(
                        "--backend", "random", "--activate", Names.PORTAL + "=" + Image.PORTAL)) {
            assertPasses(fuzz(desktop, Names.PORTAL, Names.PORTAL_PATH));
        }
    }

    @Test
    void thePortalSurvivesAnyMessageFromASandboxAndAnyAnswerOfABackend()
            throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--backend",
                        "random",
                        "--set",
                        "XDG_DESKTOP_PORTAL_TEST_APP_INFO_KIND=flatpak",
                        "--set",
                        "XDG_DESKTOP_PORTAL_TEST_FLATPAK_METADATA=" + SandboxedApp.INFO,
                        "--activate",
                        Names.STORE + "=" + Image.STORE,
                        "--activate",
                        Names.PORTAL + "=" + Image.testing("gatehouse-portal"))) {
            assertPasses(fuzz(desktop, Names.PORTAL, Names.PORTAL_PATH));
        }
    }

    @Test
    void theDocumentPortalSurvivesAnyMessage() throws IOException, InterruptedException {
        try (var desktop =
                new Desktop(
                        "--activate",
                        Names.STORE + "=" + Image.STORE,
                        "--activate",
                        Names.DOCUMENTS + "=" + Image.DOCUMENTS)) {
            assertPasses(fuzz(desktop, Names.DOCUMENTS, Names.DOCUMENTS_PATH));
        }
    }

    private static Program fuzz(Desktop desktop, String name, String path) {
        return desktop.start(
                "/usr/bin/python3",
                Image.script("parts/fuzz/fuzz.py"),
                name,
                path,
                "--calls",
                CALLS);
    }

    private static void assertPasses(Program fuzz) throws InterruptedException {
        var status = fuzz.awaitEnd(PATIENCE);
        System.out.println(fuzz.output());
        assertThat(status).as(fuzz.output()).isZero();
    }
}
