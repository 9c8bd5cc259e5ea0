package org.gatehouse.documents.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.gatehouse.documents.reach.Reach.Access;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.RoleSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real Flatpak is asked the same, about a real installed app.
class FlatpakReachTest {

    private static final AppId APP = new AppId("org.example.Reach");

    @TempDir private Path folder;

    private Path home;
    private Map<String, String> environment;
    private FlatpakReach reach;

    @BeforeEach
    void installAnApp() throws IOException, InterruptedException {
        home = Files.createDirectories(folder.toRealPath().resolve("home"));
        environment =
                Map.of(
                        "HOME", home.toString(),
                        "PATH", "/usr/bin:/bin",
                        "XDG_DATA_HOME", home.resolve(".local/share").toString(),
                        "XDG_CONFIG_HOME", home.resolve(".config").toString(),
                        "XDG_CACHE_HOME", home.resolve(".cache").toString(),
                        "XDG_RUNTIME_DIR", Files.createDirectory(folder.resolve("run")).toString(),
                        "FLATPAK_SYSTEM_DIR", folder.resolve("system").toString());
        reach = new FlatpakReach(new RoleSettings(environment, false, false));
        makeFiles();
        var app = Files.createDirectories(folder.resolve("app"));
        Files.createDirectories(app.resolve("files"));
        Files.createDirectories(app.resolve("export"));
        Files.writeString(
                app.resolve("metadata"),
                """
                [Application]
                name=org.example.Reach
                runtime=org.example.Platform/x86_64/1
                command=true

                [Context]
                filesystems=xdg-music:ro;~/sub;
                """);
        var repository = folder.resolve("repository").toString();
        run("flatpak", "build-export", repository, app.toString());
        run("flatpak", "remote-add", "--user", "--no-gpg-verify", "here", repository);
        run("flatpak", "install", "--user", "-y", "--no-deps", "--no-related", "here", APP.value());
    }

    private void makeFiles() throws IOException {
        for (var each :
                List.of("Music/album", "Downloads/Podcasts", "sub/deep", ".config", ".cache/x")) {
            Files.createDirectories(home.resolve(each));
        }
        Files.createDirectories(home.resolve(".var/app/org.example.Other"));
        Files.createDirectories(home.resolve(".var/app/org.example.Reach/data"));
        Files.writeString(home.resolve("Music/song"), "la");
        Files.writeString(home.resolve("sub/deep/file"), "deep");
        Files.createSymbolicLink(home.resolve("link"), home.resolve("Downloads"));
        Files.writeString(
                home.resolve(".config/user-dirs.dirs"),
                """
                # made by hand
                XDG_MUSIC_DIR="$HOME/Music"
                XDG_DOWNLOAD_DIR="$HOME/Downloads"
                XDG_DOCUMENTS_DIR="$HOME/"
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "host:ro",
                "host;!home",
                "home",
                "home:ro",
                "~",
                "home;!~/sub",
                "home;!xdg-music",
                "home/sub/deep",
                "!~/sub",
                "!xdg-music",
                "xdg-music",
                "xdg-download/Podcasts:ro",
                "xdg-download/None",
                "xdg-documents",
                "xdg-desktop:create",
                "~/link",
                "~/link/Podcasts:ro",
                "/",
                "/usr",
                "/tmp",
                "/etc:ro",
                "host-os",
                "xdg-cache",
                "xdg-cache/x:ro;xdg-config",
                "xdg-data",
                "~/.var/app",
                "~/.var/app/org.example.Other:ro",
                "~/sub//deep/:ro",
                "!host:reset",
                "!host:reset;home:ro",
                "nonsense;~/sub:ro"
            })
    void givesTheAnswersOfFlatpakItself(String filesystems)
            throws IOException, InterruptedException {
        override(filesystems);

        var said = new TreeMap<String, Access>();
        var expected = new TreeMap<String, Access>();
        for (var path : paths()) {
            said.put(path, reach.of(APP, path(path)));
            expected.put(path, flatpak(path));
        }

        assertThat(said).isEqualTo(expected);
    }

    private List<String> paths() {
        return List.of(
                home + "",
                home + "/Music",
                home + "/Music/song",
                home + "/Music/album/new",
                home + "/new",
                home + "/no/where",
                home + "/sub",
                home + "/sub/deep/file",
                home + "/Downloads/Podcasts/new",
                home + "/.cache/x",
                home + "/.config/user-dirs.dirs",
                home + "/.var/app/org.example.Other",
                home + "/.var/app/org.example.Reach/data",
                "/usr/bin/env",
                "/etc/passwd",
                "/tmp",
                folder + "");
    }

    /// Newer versions of Flatpak hide the installation and older ones do not; a document serves
    /// both.
    @Test
    void hidesTheInstallationItself() throws IOException {
        override("home");

        assertThat(reach.of(APP, path(home + "/.local/share/flatpak"))).isEqualTo(Access.NONE);
    }

    @Test
    void seesAChangedOverrideAtOnce() throws IOException {
        var file = path(home + "/Music/song");
        override("");
        assertThat(reach.of(APP, file)).isEqualTo(Access.READ);

        override("xdg-music");

        assertThat(reach.of(APP, file)).isEqualTo(Access.WRITE);
    }

    @Test
    void showsNothingToAnAppThatIsNotInstalled() {
        assertThat(reach.of(new AppId("org.example.None"), path(home + "/Music/song")))
                .isEqualTo(Access.NONE);
    }

    private static HostPath path(String text) {
        return HostPath.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private void override(String filesystems) throws IOException {
        var overrides = home.resolve(".local/share/flatpak/overrides");
        Files.createDirectories(overrides);
        Files.writeString(
                overrides.resolve(APP.value()), "[Context]\nfilesystems=" + filesystems + "\n");
    }

    private Access flatpak(String path) throws IOException, InterruptedException {
        return switch (run("flatpak", "info", "--file-access=" + path, APP.value())) {
            case "read-write" -> Access.WRITE;
            case "read-only" -> Access.READ;
            case "hidden" -> Access.NONE;
            case String other -> throw new AssertionError(other);
        };
    }

    private String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var errors = folder.resolve("errors");
        var child = builder.redirectError(errors.toFile()).start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(Files.readString(errors)).isZero();
        return said.strip();
    }
}
