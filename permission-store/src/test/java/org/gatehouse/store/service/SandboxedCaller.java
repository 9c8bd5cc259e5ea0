package org.gatehouse.store.service;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.testing.PrivateBus;
import org.gatehouse.testing.ProcessResult;

/// A caller inside a sandbox whose bus filter has failed.
final class SandboxedCaller {

    private SandboxedCaller() {}

    /// Calls a member of the store as a flatpak.
    static ProcessResult flatpak(PrivateBus bus, String member, String... arguments)
            throws IOException {
        return call(bus, flatpak(bus), member, arguments);
    }

    /// What a command begins with that is run as the flatpak `org.a.App`.
    static List<String> flatpak(PrivateBus bus) throws IOException {
        var info = bus.folder().resolve("flatpak-info");
        Files.writeString(
                info,
                "[Application]\nname=org.a.App\nruntime=runtime/x/y/z\n\n[Instance]\ninstance-id=7\n");
        var folder = bus.folder().toString();
        var sandbox =
                new ArrayList<>(
                        List.of("bwrap", "--ro-bind", "/usr", "/usr", "--ro-bind", "/etc", "/etc"));
        for (var folderOfUsr : List.of("bin", "lib", "lib64")) {
            sandbox.addAll(List.of("--symlink", "usr/" + folderOfUsr, "/" + folderOfUsr));
        }
        // a root of its own: in a bound one, the file would be made in the machine's
        sandbox.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--bind", folder, folder));
        sandbox.addAll(List.of("--ro-bind", info.toString(), "/.flatpak-info"));
        return sandbox;
    }

    /// Calls a member of the store from a mount namespace of which nothing is known.
    static ProcessResult unknown(PrivateBus bus, String member, String... arguments) {
        return call(bus, unknown(), member, arguments);
    }

    /// What a command begins with that is run in a mount namespace of which nothing is known.
    static List<String> unknown() {
        return List.of("bwrap", "--dev-bind", "/", "/");
    }

    /// Calls a member of the store as an ordinary program.
    static ProcessResult host(PrivateBus bus, String member, String... arguments) {
        return call(bus, List.of(), member, arguments);
    }

    private static ProcessResult call(
            PrivateBus bus, List<String> sandbox, String member, String... arguments) {
        var command = new ArrayList<>(sandbox);
        command.addAll(
                List.of(
                        "gdbus",
                        "call",
                        "--session",
                        "-d",
                        PermissionStoreFace.NAME,
                        "-o",
                        PermissionStoreFace.PATH,
                        "-m"));
        command.add(PermissionStoreFace.NAME + "." + member);
        command.addAll(List.of(arguments));
        return bus.run(command.toArray(String[]::new));
    }
}
