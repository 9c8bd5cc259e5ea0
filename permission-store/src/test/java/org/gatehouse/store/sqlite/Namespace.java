package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/// Runs the body of a test in a mount namespace of its own, where it may mount what it likes;
/// everything is gone when it ends.
public final class Namespace {

    private Namespace() {}

    /// Runs `main` there, to its end.
    public static void enter(Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        boolean root = System.getProperty("user.name").equals("root");
        var unshare = List.of("unshare", root ? "-m" : "-rm", "--propagation", "private");
        var child = ChildJvm.running(unshare, main, arguments).start();
        var output =
                new String(
                        child.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        Assertions.assertThat(child.waitFor()).as(output).isZero();
        Assertions.assertThat(output).contains("done");
    }

    /// Runs a program that must succeed.
    public static void run(String... command) throws IOException, InterruptedException {
        Assertions.assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    public static Path folder(Path parent) throws IOException {
        return java.nio.file.Files.createDirectory(parent.resolve("disk"));
    }
}
