package org.gatehouse.prompt.service;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.FileChooser;
import org.gatehouse.bus.BusConnection;

/// A portal that has files picked, for tests.
public final class FilePortal {

    private final FileChooser chooser;

    public FilePortal(Portal portal) {
        chooser =
                portal.bus.remote(
                        FileChooser.class,
                        PromptRole.NAME,
                        PromptRole.PATH,
                        BusConnection.NO_DEADLINE);
    }

    /// What came back.
    public record Outcome(UInt32 response, Map<String, Variant<?>> results) {

        public int code() {
            return response.intValue();
        }

        public List<String> uris() {
            return ((List<?>) value("uris")).stream().map(String.class::cast).toList();
        }

        public List<String> choices() {
            return ((List<?>) value("choices"))
                    .stream()
                            .map(Object[].class::cast)
                            .map(pair -> pair[0] + "=" + pair[1])
                            .toList();
        }

        public Object value(String key) {
            return Objects.requireNonNull(results.get(key), key).getValue();
        }
    }

    public CompletableFuture<Outcome> open(String handle, Map<String, Variant<?>> options) {
        return open(handle, Portal.MAPS, "", options);
    }

    public CompletableFuture<Outcome> open(
            String handle, String app, String parent, Map<String, Variant<?>> options) {
        return later(() -> {
            var result = chooser.OpenFile(new DBusPath(handle), app, parent, "Open a map", options);
            return new Outcome(result.response(), result.results());
        });
    }

    public CompletableFuture<Outcome> save(String handle, Map<String, Variant<?>> options) {
        return later(() -> {
            var result =
                    chooser.SaveFile(
                            new DBusPath(handle), Portal.MAPS, "", "Save the map", options);
            return new Outcome(result.response(), result.results());
        });
    }

    public CompletableFuture<Outcome> saveAll(String handle, Map<String, Variant<?>> options) {
        return later(() -> {
            var result =
                    chooser.SaveFiles(
                            new DBusPath(handle), Portal.MAPS, "", "Save the maps", options);
            return new Outcome(result.response(), result.results());
        });
    }

    private static CompletableFuture<Outcome> later(java.util.function.Supplier<Outcome> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }

    /// A path as it goes over the bus.
    public static Variant<?> bytes(java.nio.file.Path path) {
        return new Variant<>((path + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8), "ay");
    }
}
