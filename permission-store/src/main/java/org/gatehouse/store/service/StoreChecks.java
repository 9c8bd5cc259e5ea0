package org.gatehouse.store.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.StoreStatus;

/// How the store is, check by check, with what to do about it.
///
/// Threads: any that may wait for the disk.
final class StoreChecks {

    private static final long LITTLE_SPACE = 16 << 20;

    private final Supplier<PermissionStore> store;
    private final MirrorCheck mirror;
    private final Path folder;

    /// How a check came out.
    enum State {
        GOOD,
        WARNING,
        BAD
    }

    /// @param dataHome where the database and the files of the reference are
    StoreChecks(Supplier<PermissionStore> store, MirrorCheck mirror, Path dataHome) {
        this.store = store;
        this.mirror = mirror;
        this.folder = dataHome.resolve("gatehouse");
    }

    /// The dictionaries of `Diagnose`.
    List<Map<String, Variant<?>>> all() {
        return List.of(database(), writable(), ledger(), mirror.upToDate(), mirror.imported());
    }

    static Map<String, Variant<?>> check(String name, State state, String text, String advice) {
        return new Dictionary()
                .text("check", name)
                .text("state", state.name().toLowerCase(Locale.ROOT))
                .text("text", text)
                .text("advice", advice)
                .values();
    }

    private Map<String, Variant<?>> database() {
        var name = "database";
        return switch (store.get().status()) {
            case GOOD, UNWRITABLE -> check(name, State.GOOD, "is as it was written", "");
            case RESTORED ->
                    check(
                            name,
                            State.WARNING,
                            "was damaged and has been restored from a copy",
                            "Look through the permissions: the newest changes may be missing.");
            case LOST ->
                    check(
                            name,
                            State.BAD,
                            "was damaged, and there was no copy to restore it from",
                            "What is not known is refused. Decide anew, or import an export.");
        };
    }

    private Map<String, Variant<?>> writable() {
        var name = "writable";
        if (store.get().status() == StoreStatus.UNWRITABLE || !Files.isWritable(folder)) {
            return check(
                    name,
                    State.BAD,
                    folder + " cannot be written",
                    "Free some space, or mount it writable; it is tried again by itself.");
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return free < LITTLE_SPACE
                    ? check(name, State.WARNING, "only a little space is left", "Free some space.")
                    : check(name, State.GOOD, folder + " can be written", "");
        } catch (IOException e) {
            return check(name, State.WARNING, folder + " cannot be examined", "Look at the disk.");
        }
    }

    private Map<String, Variant<?>> ledger() {
        var found = store.get().checkLedger();
        if (found.broken() == 0) {
            return check("ledger", State.GOOD, found.records() + " records, none broken", "");
        }
        var text =
                "%d of %d records are not as they were written, the first is %d"
                        .formatted(found.broken(), found.records(), found.firstBroken());
        return check(
                "ledger",
                State.BAD,
                text,
                "Somebody changed the database by hand, or the disk fails: look at both.");
    }
}
