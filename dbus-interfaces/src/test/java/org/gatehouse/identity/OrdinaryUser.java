package org.gatehouse.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Looks at a sandbox as a user without privileges does, whoever runs the tests.
final class OrdinaryUser {

    private OrdinaryUser() {}

    /// The app id that the record gives the sandbox it is bound into, or `refused`.
    static String sees(Path record) throws Exception {
        var command =
                List.of(
                        "unshare",
                        "--user",
                        "--map-user=1000",
                        "--map-group=1000",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrdinaryUser.class.getName(),
                        record.toString());
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("it ended with " + process.exitValue());
        }
        return seen.strip();
    }

    /// @param arguments the record
    public static void main(String[] arguments) throws Exception {
        var record = Path.of(arguments[0]);
        try (var app = Sandbox.withOwnRoot("--ro-bind", record.toString(), "/.flatpak-info")) {
            System.out.println(identity(app.pid(), record.resolveSibling("home")));
        }
    }

    private static String identity(long pid, Path home) throws Exception {
        try {
            return ProcessIdentifierTest.identifier(KnownPeer.process(pid), home)
                    .identify(":1.1")
                    .identity()
                    .wireId();
        } catch (IdentityDoubt e) {
            return "refused";
        }
    }
}
