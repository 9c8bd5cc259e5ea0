package org.gatehouse.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// The app `where-am-i` in a real Flatpak sandbox, and the installation that it lives in.
final class SandboxedApp {

    static final String ID = "org.gatehouse.TestApp";

    /// What the sandbox would say of the app, for the test identity.
    static final String INFO = Image.script("parts/testapp/flatpak-info");

    private static final Path INSTALLATION = Image.PACKAGING.resolve("target/testapp");

    private SandboxedApp() {}

    /// A desktop on which the app is installed.
    static Desktop desktop(String... options) throws IOException, InterruptedException {
        var build =
                new ProcessBuilder(Image.script("parts/testapp/build"), INSTALLATION.toString())
                        .inheritIO()
                        .start();
        if (build.waitFor() != 0) {
            throw new IOException("the app could not be built");
        }
        return new Desktop(Map.of("FLATPAK_USER_DIR", INSTALLATION.toString()), options);
    }

    /// Starts the program of the app that wants to run in the background; it prints `up`, `child
    /// up`, `response`, `term`, `child term`.
    static Program keepRunning(Desktop desktop, String... arguments) {
        var command =
                Stream.concat(
                        Stream.of("flatpak", "--user", "run", "--command=keep-running", ID),
                        Stream.of(arguments));
        return desktop.start(command.toArray(String[]::new));
    }

    /// Starts the app; it prints `session`, `response`, `location`, `closed`.
    static Program start(Desktop desktop, String... arguments) {
        var command =
                Stream.concat(Stream.of("flatpak", "--user", "run", ID), Stream.of(arguments));
        return desktop.start(command.toArray(String[]::new));
    }

    /// Waits until the app is listed as one that runs without a window.
    static void awaitHidden(Ctl ctl) throws InterruptedException {
        Desktop.await(
                "it is seen to run without a window",
                () -> ctl.run("running", ID).contains(" background "));
    }

    /// Waits until nothing of the app is listed any more, and nothing of it runs.
    static void awaitEnd(Ctl ctl) throws InterruptedException {
        Desktop.await(
                "nothing of it is listed",
                () -> ctl.run("running", ID).contains("runs at this moment"));
        Desktop.await(
                "nothing of it runs",
                () -> ctl.desktop().run("flatpak", "ps", "--columns=application").isBlank());
    }
}
