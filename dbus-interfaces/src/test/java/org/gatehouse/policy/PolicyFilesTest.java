package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.policy.PolicyProblem.Effect;
import org.gatehouse.role.XdgDirectories;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {

    private static final Catalogue CATALOGUE = Catalogue.ofOurs();
    private static final PermissionClass LOCATION = CATALOGUE.get("location");
    private static final String ALLOW = "[[rule]]\nclass = \"location\"\nverdict = \"allow\"\n";
    private static final String DENY = "[[rule]]\nclass = \"location\"\nverdict = \"deny\"\n";
    private static final String BROKEN = "[[rule]]\nclass = \"location\"\nverdict = \n";

    @TempDir private Path home;
    private PolicyFiles files;

    @BeforeEach
    void open() {
        files = new PolicyFiles(directories(), CATALOGUE);
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void layersApplyInTheirOrder() throws IOException {
        write("vendor2", "a.toml", DENY);
        write("vendor1", "a.toml", ALLOW);
        assertThat(verdict()).isEqualTo(PolicyVerdict.ALLOW);

        write("admin", "a.toml", DENY);
        assertThat(fresh()).isEqualTo(PolicyVerdict.DENY);

        write("user", "a.toml", ALLOW);
        assertThat(fresh()).isEqualTo(PolicyVerdict.ALLOW);
    }

    @Test
    void filesOfAFolderApplyByName() throws IOException {
        write("admin", "20.toml", ALLOW);
        write("admin", "10.toml", DENY);
        write("admin", "30.conf", DENY);

        assertThat(verdict()).isEqualTo(PolicyVerdict.ALLOW);
    }

    @Test
    void aFolderThatComesLaterIsHeardOf() throws IOException {
        var changes = new AtomicInteger();
        files.onChange(changes::incrementAndGet);
        files.watch();

        write("user", "mine.toml", DENY);

        Await.until("deny", Duration.ofSeconds(1), () -> verdict() == PolicyVerdict.DENY);
        assertThat(changes).hasPositiveValue();
    }

    @Test
    void aFileThatGoesTakesItsRulesAlong() throws IOException {
        var file = write("admin", "a.toml", DENY);
        files.watch();
        assertThat(verdict()).isEqualTo(PolicyVerdict.DENY);

        Files.delete(file);

        Await.until("ask", Duration.ofSeconds(1), () -> verdict() == PolicyVerdict.ASK);
    }

    @Test
    void aFolderThatIsRenamedAndComesBackIsHeardOf() throws IOException {
        write("admin", "a.toml", DENY);
        var folder = folder("admin");
        files.watch();

        var aside = folder.resolveSibling("aside");
        Files.move(folder, aside);
        Await.until("ask", Duration.ofSeconds(1), () -> verdict() == PolicyVerdict.ASK);
        Files.move(aside, folder);

        Await.until("deny", Duration.ofSeconds(1), () -> verdict() == PolicyVerdict.DENY);
    }

    @Nested
    class ABrokenFile {

        @Test
        void leavesItsLastGoodStateInForce() throws IOException {
            write("admin", "a.toml", DENY);
            files.watch();

            var file = write("admin", "a.toml", BROKEN);

            Await.until("a problem", () -> !files.problems().isEmpty());
            assertThat(verdict()).isEqualTo(PolicyVerdict.DENY);
            var problem = files.problems().getFirst();
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.reason()).startsWith("line 3, column ");
            assertThat(problem.effect()).isEqualTo(Effect.LAST_GOOD_STATE);
        }

        @Test
        void thatWasNeverGoodLetsNothingBeAllowed() throws IOException {
            write("vendor1", "a.toml", ALLOW);
            write("admin", "a.toml", BROKEN);

            assertThat(verdict()).isEqualTo(PolicyVerdict.ASK);
            assertThat(files.problems())
                    .extracting(PolicyProblem::effect)
                    .containsExactly(Effect.NOTHING_ALLOWED);
        }

        @Test
        void thatIsMendedCountsAgain() throws IOException {
            write("vendor1", "a.toml", ALLOW);
            write("admin", "b.toml", BROKEN);
            files.watch();
            assertThat(verdict()).isEqualTo(PolicyVerdict.ASK);

            write("admin", "b.toml", "[unused]\ndays = 7\n");

            Await.until("allow", Duration.ofSeconds(1), () -> verdict() == PolicyVerdict.ALLOW);
            assertThat(files.problems()).isEmpty();
            assertThat(files.rules().unusedDays()).isEqualTo(7);
        }

        @Test
        void mayBeNoFileAtAll() throws IOException {
            Files.createDirectories(folder("admin").resolve("a.toml"));
            Files.createSymbolicLink(folder("admin").resolve("b.toml"), Path.of("nowhere"));

            assertThat(verdict()).isEqualTo(PolicyVerdict.ASK);
            assertThat(files.problems()).hasSize(2);
        }
    }

    @Test
    void theLayerOfAFileIsWhereItLies() throws IOException {
        assertThat(PolicyLayer.of(write("admin", "a.toml", DENY), directories()))
                .contains(PolicyLayer.ADMINISTRATOR);
        assertThat(PolicyLayer.of(home.resolve("a.toml"), directories())).isEmpty();
    }

    private PolicyVerdict fresh() {
        try (var again = new PolicyFiles(directories(), CATALOGUE)) {
            return verdict(again);
        }
    }

    private PolicyVerdict verdict() {
        return verdict(files);
    }

    private static PolicyVerdict verdict(PolicyFiles files) {
        return files.rules().ruling(LOCATION, "flatpak", "org.gnome.Maps").verdict().value();
    }

    private XdgDirectories directories() {
        return new XdgDirectories(
                Map.of(
                        "HOME", home.toString(),
                        "XDG_DATA_DIRS", home.resolve("vendor1") + ":" + home.resolve("vendor2"),
                        "XDG_CONFIG_DIRS", home.resolve("admin").toString(),
                        "XDG_CONFIG_HOME", home.resolve("user").toString()));
    }

    private Path folder(String base) {
        return home.resolve(base).resolve("gatehouse/policy.d");
    }

    private Path write(String base, String name, String text) throws IOException {
        Files.createDirectories(folder(base));
        return Files.writeString(folder(base).resolve(name), text);
    }
}
