package org.gatehouse.store.sqlite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java process of the test's own classes.
final class ChildJvm {

    private ChildJvm() {}

    static ProcessBuilder running(Class<?> main, String... arguments) {
        return running(List.of(), main, arguments);
    }

    /// @param before what the command begins with, such as `unshare -m`
    static ProcessBuilder running(List<String> before, Class<?> main, String... arguments) {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
