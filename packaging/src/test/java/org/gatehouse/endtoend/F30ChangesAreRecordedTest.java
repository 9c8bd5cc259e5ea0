package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows F29, F30, F45, N10 and P7 on the command line.
class F30ChangesAreRecordedTest {

    private static final String MAPS = "org.example.Maps";

    private Desktop desktop;
    private Ctl ctl;

    @BeforeEach
    void openADesktop() throws IOException {
        desktop = new Desktop("--image", Image.ROOT.toString(), "--backend", "grant");
        ctl = new Ctl(desktop);
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void whoeverChangedSomethingIsInTheLedger() throws InterruptedException {
        ctl.run("set", MAPS, "location", "allow");
        ctl.run("revoke", MAPS, "location");
        desktop.run("flatpak", "permission-set", "notifications", "notification", MAPS, "no");

        assertThat(ctl.json("[r['event'] for r in d]", "ledger", "--kind", "admin"))
                .isEqualTo("['set', 'revoked', 'changed']");
        assertThat(
                        ctl.json(
                                "all(r['pid'] > 0 and r['executable'].startswith('/') for r in d)",
                                "ledger",
                                "--kind",
                                "admin"))
                .isEqualTo("True");
        assertThat(ctl.run("ledger", "--kind", "admin")).contains("/bin/flatpak");
    }

    @Test
    void everyChangeCanBeUndone() throws InterruptedException {
        ctl.run("set", MAPS, "location", "allow", "--level", "city");
        ctl.run("set", MAPS, "location", "deny");

        ctl.run("undo");

        assertThat(ctl.run("grants", MAPS)).contains("allow", "city");
    }

    /// The broad switch and the fine one move the same grant.
    @Test
    void broadAndFineChangesMeetInOneGrant() throws InterruptedException {
        ctl.run("set", MAPS, "location", "allow");
        ctl.run("set", MAPS, "location", "allow", "--level", "city", "--for", "1h");
        assertThat(ctl.json("[(g['level'], g['lifespan']) for g in d['grants']]", "grants", MAPS))
                .isEqualTo("[('city', 'until')]");

        ctl.run("set", MAPS, "location", "deny");

        assertThat(ctl.json("[g['verdict'] for g in d['grants']]", "grants", MAPS))
                .isEqualTo("['deny']");
    }

    @Test
    void hostProgramsAreListedApart() throws InterruptedException {
        ctl.run("set", MAPS, "location", "allow", "--kind", "flatpak");
        ctl.run("set", "org.example.Tool", "location", "deny", "--kind", "host");

        assertThat(ctl.run("apps", "--host")).contains("org.example.Tool").doesNotContain(MAPS);
        assertThat(ctl.run("apps", "--kind", "flatpak"))
                .contains(MAPS)
                .doesNotContain("org.example.Tool");
    }
}
