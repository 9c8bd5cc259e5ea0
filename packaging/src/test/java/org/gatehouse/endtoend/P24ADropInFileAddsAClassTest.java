package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows P21, P24, F2 and F4 on the command line: the classes are described, and a file adds one.
class P24ADropInFileAddsAClassTest {

    private static final String APP = "org.example.Plotter";

    private static final String PLOTTER =
            """
            id = "plotter"
            table = "devices"
            entry = "plotter"
            values = "word"
            name = "Plotter"
            description = "Draw on the plotter."
            icon = "printer-symbolic"
            question = "Allow %s to use your plotter?"
            risk = "Paper and ink are used up."
            risks = ["money"]
            confirmation = "explicit"
            """;

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
    void everyClassSaysWhatItIsForAndWhatItRisks() throws InterruptedException {
        assertThat(
                        ctl.json(
                                "all(c['description'] and c['icon'] and c['usage'] and c['name'] for c in d)",
                                "classes"))
                .isEqualTo("True");
        assertThat(ctl.json("[c['risks'] for c in d if c['class'] == 'location']", "classes"))
                .isEqualTo("[['privacy', 'safety']]");
        assertThat(ctl.run("classes", "location")).contains("Know where this device is", "city");
        assertThat(ctl.fails(Ctl.FAILED, "classes", "telepathy")).contains("no class telepathy");
    }

    @Test
    void theNewClassIsListedSetAndRevoked() throws IOException, InterruptedException {
        desktop.write(".local/share/gatehouse/classes/plotter.toml", PLOTTER);

        assertThat(ctl.run("classes")).contains("Draw on the plotter.", "money");
        ctl.run("set", APP, "plotter", "allow");
        assertThat(ctl.run("grants", "--class", "plotter")).contains(APP, "allow");
        ctl.run("revoke", APP, "plotter");
        assertThat(ctl.run("grants", "--class", "plotter")).contains(APP, "deny");
    }
}
