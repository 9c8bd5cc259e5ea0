package org.gatehouse.documents.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.documents.service.DocumentsRole;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.jspecify.annotations.Nullable;

/// A session of its own with the document role and, as the test wants, the permission store of the
/// distribution.
public final class DocumentsSession implements AutoCloseable {

    /// The app that [#app] is.
    public static final String APP = "org.example.Editor";

    private static final String STORE = "org.freedesktop.impl.portal.PermissionStore";
    private static final String STORE_PATH = "/org/freedesktop/impl/portal/PermissionStore";
    private static final String STORE_PROGRAM = "/usr/libexec/xdg-permission-store";

    private final PrivateBus bus = PrivateBus.start();
    private final BusConnection client = bus.connect();
    private @Nullable RunningRole role;
    private @Nullable Process store;
    private @Nullable Program host;

    /// With the store, and then the role.
    public static DocumentsSession start() {
        return new DocumentsSession().withStore().withRole();
    }

    public DocumentsSession withStore() {
        store = bus.spawn(STORE_PROGRAM);
        Await.until("the store serves", () -> client.peers().owner(STORE).isPresent());
        return this;
    }

    /// Ends the store as a crash would.
    public void killStore() {
        if (store != null) {
            store.destroyForcibly();
            Await.until("the store has gone", () -> client.peers().owner(STORE).isEmpty());
        }
    }

    public DocumentsSession withRole() {
        try {
            var settings = new RoleSettings(bus.environment(), false, false);
            role = DocumentsRole.start(settings, CompletableFuture.completedFuture(null));
            return this;
        } catch (RoleFailure e) {
            throw new AssertionError(e);
        }
    }

    /// Ends the role.
    public void stopRole() {
        if (role != null) {
            role.close();
            role = null;
        }
    }

    public PrivateBus bus() {
        return bus;
    }

    /// The permission store, as a tool calls it.
    public PermissionStore store() {
        return client.remote(PermissionStore.class, STORE, STORE_PATH, Duration.ofSeconds(10));
    }

    /// Where the person's files are.
    public Path home() {
        return bus.folder().resolve("home");
    }

    /// A file of the person's, with its name for content.
    public Path file(String name) {
        try {
            var file = home().resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The ordinary program of the person's that is made first.
    public Program host() {
        if (host == null) {
            host = newHost();
        }
        return host;
    }

    public Program newHost() {
        return program(List.of());
    }

    /// A flatpak of that id, which sees the session's folder.
    public Program app(String id) {
        var info = write(id + ".info", metadata(id));
        var command = sandbox();
        command.addAll(List.of("--ro-bind", info.toString(), "/.flatpak-info", "--"));
        return program(command);
    }

    /// A flatpak of that id that sees its documents as flatpak shows them, in [#mount].
    public Program appWithDocuments(String id) {
        var _ = host().call("GetMountPoint", "()").ok();
        var info = write(id + ".info", metadata(id));
        var command = sandbox();
        var view = mount().resolve("by-app").resolve(id);
        command.addAll(List.of("--bind", view.toString(), mount().toString()));
        command.addAll(List.of("--ro-bind", info.toString(), "/.flatpak-info", "--"));
        return program(command);
    }

    /// Where the documents are mounted.
    public Path mount() {
        return bus.folder().resolve("run/doc");
    }

    private static String metadata(String id) {
        return "[Application]\nname="
                + id
                + "\nruntime=runtime/x/y/z\n\n[Instance]\ninstance-id=7\n";
    }

    /// A program in a sandbox of which nothing is known.
    public Program unknown() {
        return program(List.of("bwrap", "--dev-bind", "/", "/", "--"));
    }

    private List<String> sandbox() {
        var folder = bus.folder().toString();
        var command = new ArrayList<>(List.of("bwrap", "--ro-bind", "/usr", "/usr"));
        for (var link : List.of("bin", "lib", "lib64", "sbin")) {
            command.addAll(List.of("--symlink", "usr/" + link, "/" + link));
        }
        command.addAll(List.of("--ro-bind", "/etc", "/etc", "--dev", "/dev"));
        command.addAll(List.of("--bind", "/proc", "/proc", "--bind", folder, folder));
        return command;
    }

    private Program program(List<String> sandbox) {
        var command = new ArrayList<>(sandbox);
        command.addAll(List.of("/usr/bin/python3", script().toString()));
        var builder = bus.builder(Map.of(), command.toArray(String[]::new));
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new Program(bus.spawn(builder));
    }

    private Path script() {
        try (var script = DocumentsSession.class.getResourceAsStream("/documents.py")) {
            if (script == null) {
                throw new AssertionError("no documents.py");
            }
            return write("documents.py", new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file below the session's folder.
    public Path write(String name, String content) {
        try {
            return Files.writeString(bus.folder().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stopRole();
        client.close();
        bus.close();
    }
}
