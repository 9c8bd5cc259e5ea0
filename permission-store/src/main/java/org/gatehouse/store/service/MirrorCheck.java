package org.gatehouse.store.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.gvdb.DamagedTable;
import org.gatehouse.store.gvdb.TableFileReader;
import org.gatehouse.store.service.StoreChecks.State;

/// Whether the table files that other tools read say what the store says, and whether those that
/// were there first could be taken over.
///
/// Threads: any that may wait for the disk.
final class MirrorCheck {

    /// A change is in its file a second later.
    private static final long DELAY_MILLIS = 2500;

    private final Supplier<PermissionStore> store;
    private final Catalogue catalogue;
    private final Path tables;
    private final Path setAside;

    MirrorCheck(Supplier<PermissionStore> store, Catalogue catalogue, Path dataHome) {
        this.store = store;
        this.catalogue = catalogue;
        this.tables = dataHome.resolve("flatpak/db");
        this.setAside = dataHome.resolve("gatehouse/damaged-tables");
    }

    /// Compares the entry of each class with the file of its table.
    Map<String, Variant<?>> upToDate() {
        var behind = behind();
        if (!behind.isEmpty()) {
            var later = CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS);
            behind = CompletableFuture.supplyAsync(this::behind, later).join();
        }
        return behind.isEmpty()
                ? StoreChecks.check("mirror", State.GOOD, tables + " is up to date", "")
                : StoreChecks.check(
                        "mirror",
                        State.BAD,
                        tables + " is behind: " + String.join(", ", behind),
                        "flatpak permissions shows old values. See that the folder can be written.");
    }

    /// The tables whose file does not say what the store says.
    private List<String> behind() {
        return catalogue.all().stream()
                .map(HeldGrants::place)
                .filter(place -> !mirrored(place).equals(kept(place)))
                .map(place -> place.table().value())
                .distinct()
                .toList();
    }

    private Optional<Map<String, List<String>>> kept(EntryKey place) {
        return store.get().find(place).map(Entry::permissions).map(HashMap::new);
    }

    private Optional<Map<String, List<String>>> mirrored(EntryKey place) {
        var file = tables.resolve(place.table().value());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var found = new HashMap<String, Map<String, List<String>>>();
        try {
            new TableFileReader(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .entries((id, entry) -> found.put(id, new HashMap<>(entry.permissions())));
        } catch (IOException | DamagedTable e) {
            return Optional.of(Map.of("", List.of("unreadable")));
        }
        return Optional.ofNullable(found.get(place.id()));
    }

    /// Looks for files of the reference that could not be read.
    Map<String, Variant<?>> imported() {
        if (!Files.isDirectory(setAside)) {
            return StoreChecks.check("import", State.GOOD, "no table file was damaged", "");
        }
        try (Stream<Path> files = Files.list(setAside)) {
            var names = files.map(file -> file.getFileName().toString()).sorted().toList();
            return names.isEmpty()
                    ? StoreChecks.check("import", State.GOOD, "no table file was damaged", "")
                    : StoreChecks.check(
                            "import",
                            State.WARNING,
                            "damaged table files were set aside: " + String.join(", ", names),
                            "Decide anew what they held, then delete " + setAside + ".");
        } catch (IOException e) {
            return StoreChecks.check(
                    "import", State.WARNING, setAside + " cannot be read", "Look at the disk.");
        }
    }
}
