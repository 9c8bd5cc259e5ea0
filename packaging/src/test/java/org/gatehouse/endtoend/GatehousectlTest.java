package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Each command as a person types it, against the image's own service.
class GatehousectlTest {

    private static final String MAPS = "org.example.Maps";
    private static final String CHAT = "org.example.Chat";

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

    @Nested
    class Looking {

        @Test
        void appsAndGrantsAreTables() throws InterruptedException {
            assertThat(ctl.run("apps")).contains("No app has asked");
            ctl.run("set", MAPS, "location", "allow", "--level", "city");

            assertThat(ctl.run("apps").lines().toList())
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("APP "))
                    .anyMatch(line -> line.startsWith(MAPS));
            assertThat(ctl.run("grants").lines().toList())
                    .anyMatch(line -> line.matches(MAPS + " .*location +allow +city +always .*"));
            assertThat(ctl.run("grants", CHAT)).contains("Nothing is granted");
        }

        @Test
        void jsonHasTheKeysOfPermissions1() throws InterruptedException {
            ctl.run("set", MAPS, "location", "allow", "--level", "city");

            assertThat(ctl.json("d[0]['app'], d[0]['allowed']", "apps")).isEqualTo(MAPS + " 1");
            assertThat(ctl.json("d['grants'][0]['level'], d['sequence'] > 0", "grants"))
                    .isEqualTo("city True");
            assertThat(ctl.json("sorted(d)", "show", MAPS))
                    .isEqualTo("['apps', 'grants', 'sequence']");
            assertThat(ctl.json("d", "using")).isEqualTo("[]");
            assertThat(ctl.json("d", "deferred")).isEqualTo("[]");
            assertThat(ctl.json("d", "running")).isEqualTo("[]");
        }

        @Test
        void showTellsAllOfOneApp() throws InterruptedException {
            ctl.run("set", MAPS, "location", "allow", "--level", "city");

            assertThat(ctl.run("show", MAPS))
                    .contains(MAPS, "allow location (city)", "lasts:", "since:", "today");
        }

        @Test
        void anUnknownAppIsSaidToBeUnknownAndASimilarOneNamed() throws InterruptedException {
            ctl.run("set", MAPS, "location", "allow");

            assertThat(ctl.fails(Ctl.FAILED, "show", "maps"))
                    .isEqualTo("gatehousectl: nothing is known of maps; do you mean " + MAPS + "?");
            assertThat(ctl.fails(Ctl.FAILED, "revoke", "nobody"))
                    .contains("nothing is known of nobody", "gatehousectl apps");
        }

        @Test
        void theLedgerTellsWhatHappenedAndFollows() throws InterruptedException {
            var following = ctl.start("ledger", "--follow", "--app", MAPS);
            ctl.run("set", CHAT, "location", "deny");
            ctl.run("set", MAPS, "location", "allow");

            assertThat(following.awaitLine("today")).contains("set", MAPS, "location");
            assertThat(following.output()).doesNotContain(CHAT);
            assertThat(ctl.run("ledger", "--app", CHAT, "--since", "1h")).contains("set", CHAT);
            assertThat(ctl.run("ledger", "--until", "yesterday")).contains("no such record");
            assertThat(ctl.json("len(d), d[0]['app']", "ledger", "-n", "1")).isEqualTo("1 " + MAPS);
        }

        @Test
        void theVersionIsToldWithoutStartingAnything() throws InterruptedException {
            assertThat(ctl.run("version")).startsWith("gatehousectl ").contains("does not run");
            assertThat(desktop.hasOwner(Names.PERMISSIONS1)).isFalse();
            ctl.run("apps");
            assertThat(ctl.run("version")).contains("Permissions1 version 1");
        }
    }

    @Nested
    class Changing {

        @Test
        void setSaysWhatHoldsNow() throws InterruptedException {
            assertThat(ctl.run("set", MAPS, "location", "allow", "--level", "city", "--for", "2h"))
                    .contains(MAPS + ": location allowed, city, until ");
            assertThat(ctl.run("set", MAPS, "location", "deny"))
                    .contains(MAPS + ": location denied");
        }

        @Test
        void revokeForgetAndUndo() throws InterruptedException {
            ctl.run("set", MAPS, "location", "allow");

            assertThat(ctl.run("revoke", MAPS, "location")).contains("Taken back: location of");
            assertThat(ctl.run("grants", MAPS)).contains("deny");
            assertThat(ctl.run("undo")).startsWith("Undone: ");
            assertThat(ctl.run("grants", MAPS)).contains("allow");
            assertThat(ctl.run("forget", MAPS)).contains("The next use asks again");
            assertThat(ctl.run("grants", MAPS)).contains("Nothing is granted");
            assertThat(ctl.fails(Ctl.FAILED, "forget", MAPS)).contains("gatehousectl: ");
        }

        @Test
        void aWholeClassIsTakenBackAtOnce() throws InterruptedException {
            ctl.run("set", MAPS, "location", "allow");
            ctl.run("set", CHAT, "location", "allow");
            ctl.run("set", CHAT, "notifications", "allow");

            ctl.run("revoke", "--class", "location", "--yes");

            assertThat(
                            ctl.json(
                                    "[g['verdict'] for g in d['grants']]",
                                    "grants",
                                    "--class",
                                    "location"))
                    .isEqualTo("['deny', 'deny']");
            assertThat(
                            ctl.json(
                                    "[g['verdict'] for g in d['grants']]",
                                    "grants",
                                    "--class",
                                    "notifications"))
                    .isEqualTo("['allow']");
        }

        @Test
        void aStaleChangeIsAConflict() throws InterruptedException {
            ctl.run("set", MAPS, "location", "allow");
            var seen = ctl.json("d['sequence']", "grants");
            ctl.run("set", MAPS, "location", "allow", "--level", "city");

            assertThat(ctl.fails(Ctl.CONFLICT, "revoke", MAPS, "location", "--based-on", seen))
                    .contains("changed meanwhile", "look again");
            assertThat(ctl.run("grants", MAPS)).contains("allow", "city");
        }

        @Test
        void wrongWordsAreWrongUsage() throws InterruptedException {
            assertThat(ctl.fails(Ctl.WRONG_USAGE, "set", MAPS, "location", "maybe"))
                    .startsWith("gatehousectl: ");
            assertThat(
                            ctl.fails(
                                    Ctl.WRONG_USAGE,
                                    "set",
                                    MAPS,
                                    "location",
                                    "allow",
                                    "--level",
                                    "moon"))
                    .startsWith("gatehousectl: ");
            assertThat(ctl.fails(Ctl.FAILED, "set", MAPS, "no-such-class", "allow"))
                    .startsWith("gatehousectl: ");
        }
    }

    @Nested
    class Transfer {

        @Test
        void anExportIsImportedElsewhere() throws IOException, InterruptedException {
            ctl.run("set", MAPS, "location", "allow", "--level", "city");
            var file = desktop.folder().resolve("export.json");
            ctl.run("export", file.toString());
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            assertThat(desktop.run(Ctl.command("export"))).contains(MAPS);

            try (var other = new Desktop("--image", Image.ROOT.toString(), "--backend", "grant")) {
                var there = new Ctl(other);
                assertThat(there.run("import", "--check", file.toString()))
                        .contains("Would change: 1");
                assertThat(there.run("grants")).contains("Nothing is granted");
                assertThat(there.run("import", file.toString())).contains("Changed: 1 permission.");
                assertThat(there.run("grants")).contains(MAPS, "city");
                assertThat(there.run("import", file.toString())).contains("Nothing changed");
            }
        }

        @Test
        void aBrokenFileIsRefusedWithThePlace() throws IOException, InterruptedException {
            desktop.write("broken.json", "{\n \"grants\": [ nonsense ]\n}\n");
            var file = Path.of(desktop.variable("HOME"), "broken.json").toString();

            assertThat(ctl.fails(Ctl.FAILED, "import", file))
                    .contains("broken.json", "line 2", "nothing was taken over");
        }
    }

    @Nested
    class Policy {

        @Test
        void aFileIsCheckedBeforeItIsInForce() throws IOException, InterruptedException {
            desktop.write("good.toml", "[[rule]]\nclass = \"location\"\nverdict = \"deny\"\n");
            desktop.write("bad.toml", "[[rule]]\nclass = \"location\"\nverdict = \"perhaps\"\n");
            var home = desktop.variable("HOME");

            assertThat(ctl.run("policy", "check", home + "/good.toml")).contains("good", "1 rule");
            assertThat(
                            ctl.fails(
                                    Ctl.FAILED,
                                    "policy",
                                    "check",
                                    home + "/good.toml",
                                    home + "/bad.toml"))
                    .contains("broken", "bad.toml: line 3");
            assertThat(desktop.hasOwner(Names.PERMISSIONS1)).isFalse();
        }

        @Test
        void explainNamesTheRule() throws InterruptedException {
            assertThat(ctl.run("explain", MAPS, "location")).startsWith("ask: the person would");
            ctl.run("set", MAPS, "location", "deny");
            assertThat(ctl.run("policy", "explain", MAPS, "location"))
                    .startsWith("deny: ")
                    .contains("  > ");
            assertThat(
                            ctl.json(
                                    "d['verdict'], any(s['decides'] for s in d['steps'])",
                                    "explain",
                                    MAPS,
                                    "location"))
                    .isEqualTo("deny True");
        }
    }

    @Nested
    class Health {

        @Test
        void doctorLooksAtEverything() throws InterruptedException {
            var doctor = ctl.start("doctor");

            assertThat(doctor.awaitEnd()).as(doctor.output()).isIn(Ctl.FINE, Ctl.FAILED);
            assertThat(doctor.output()).contains("good", "check");
        }

        @Test
        void situationsAreSetListedAndCleared() throws InterruptedException {
            assertThat(ctl.run("situation")).contains("No situation");
            assertThat(ctl.run("situation", "set", "driving")).contains("driving");
            assertThat(ctl.json("d['situations']", "situation", "list")).isEqualTo("['driving']");
            assertThat(ctl.run("situation", "clear", "driving")).contains("No situation");
        }
    }
}
