package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.portal.background.AutostartEntry.Start;
import org.gatehouse.protocol.AppId;
import org.gatehouse.role.XdgDirectories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartFolderTest {

    private static final AppId SYNC = new AppId("org.example.Sync");
    private static final Start PLAIN =
            new Start(Optional.of(new CommandLine(List.of("/bin/true", "test"))), false);

    @TempDir private Path config;
    private AutostartFolder folder;
    private Path entries;
    private Path file;

    @BeforeEach
    void takeAFolder() {
        folder = new AutostartFolder(new XdgDirectories(Map.of("XDG_CONFIG_HOME", config + "/c")));
        entries = config.resolve("c/autostart");
        file = entries.resolve("org.example.Sync.desktop");
    }

    private String @Nullable [] names() {
        return entries.toFile().list();
    }

    private static AutostartEntry entry() {
        return AutostartEntry.ofFlatpak(SYNC, Optional.empty(), PLAIN);
    }

    @Test
    void writesAnEntryThatFlatpakRuns() throws IOException {
        folder.write(entry());

        assertThat(file)
                .hasContent(
                        """
                        [Desktop Entry]
                        Type=Application
                        Name=org.example.Sync
                        X-XDP-Autostart=org.example.Sync
                        Exec=flatpak run --command=/bin/true org.example.Sync test
                        X-Flatpak=org.example.Sync
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entries)))
                .isEqualTo("rwxr-xr-x");
        assertThat(names()).hasSize(1);
    }

    @Test
    void writesTheUsualStartOfAFlatpak() throws IOException {
        folder.write(
                AutostartEntry.ofFlatpak(
                        SYNC, Optional.empty(), new Start(Optional.empty(), true)));

        assertThat(file)
                .content()
                .contains("\nExec=flatpak run org.example.Sync\nDBusActivatable=true\n");
    }

    @Test
    void writesTheCommandLineOfAHostProgram() throws IOException {
        folder.write(AutostartEntry.ofHost(SYNC, Optional.empty(), PLAIN));

        assertThat(file).content().contains("\nExec=/bin/true test\n").doesNotContain("X-Flatpak");
    }

    @Test
    void knowsItsEntries() throws IOException {
        assertThat(folder.apps()).isEmpty();

        folder.write(entry());

        assertThat(folder.apps()).containsExactly(SYNC);
        assertThat(folder.starts(SYNC)).isTrue();
        assertThat(folder.remove(SYNC)).isTrue();
        assertThat(folder.remove(SYNC)).isFalse();
        assertThat(folder.starts(SYNC)).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void doesNotTakeThePersonsOwnEntryForOurs() throws IOException {
        Files.createDirectories(entries);
        Files.writeString(file, "[Desktop Entry]\nExec=sync\n");

        assertThat(folder.apps()).isEmpty();
        assertThat(folder.starts(SYNC)).isTrue();
    }

    @Test
    void seesThatTheSessionSkipsAHiddenEntry() throws IOException {
        Files.createDirectories(entries);
        Files.writeString(file, "[Desktop Entry]\nHidden=true\nExec=sync\n");

        assertThat(folder.starts(SYNC)).isFalse();
    }

    @Nested
    class Links {

        @Test
        void areReplacedAndNotWrittenThrough() throws IOException {
            var elsewhere = Files.writeString(config.resolve("precious"), "untouched");
            Files.createDirectories(entries);
            Files.createSymbolicLink(file, elsewhere);
            Files.createSymbolicLink(
                    file.resolveSibling(".org.example.Sync.desktop.gatehouse-new"), elsewhere);

            folder.write(entry());

            assertThat(elsewhere).hasContent("untouched");
            assertThat(Files.isSymbolicLink(file)).isFalse();
            assertThat(names()).hasSize(1);
        }

        @Test
        void areRemovedAndWhatTheyPointAtStays() throws IOException {
            var elsewhere = Files.writeString(config.resolve("precious"), "untouched");
            Files.createDirectories(entries);
            Files.createSymbolicLink(file, elsewhere);

            folder.remove(SYNC);

            assertThat(elsewhere).hasContent("untouched");
            assertThat(names()).isEmpty();
        }

        @Test
        void inThePlaceOfTheFolderAreRefused() throws IOException {
            var elsewhere = Files.createDirectory(config.resolve("elsewhere"));
            Files.createDirectories(config.resolve("c"));
            Files.createSymbolicLink(entries, elsewhere);

            assertThatThrownBy(() -> folder.write(entry())).isInstanceOf(IOException.class);
            assertThat(elsewhere.toFile().list()).isEmpty();
        }
    }

    @Test
    void leavesTheOldEntryWhereTheNewOneCannotBeWritten() throws IOException {
        Files.createDirectories(file);

        assertThatThrownBy(() -> folder.write(entry())).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("org.example.Sync.desktop");
    }
}
