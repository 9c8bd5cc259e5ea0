package org.gatehouse.store.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1.ImportResult;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.Write;
import org.gatehouse.store.exchange.ExportReader;
import org.gatehouse.store.exchange.ExportWriter;
import org.gatehouse.store.exchange.Exported;
import org.gatehouse.store.exchange.ImportPlan;

/// Writes and reads exports through descriptors that callers opened.
///
/// Threads: the sender's queue, which waits for the other end of the descriptor.
final class Exchange {

    private final Served served;
    private final Path folder;
    private final InstantSource clock;

    /// @param folder for a file that is there as long as an export takes
    Exchange(Served served, Path folder, InstantSource clock) {
        this.served = served;
        this.folder = folder;
        this.clock = clock;
    }

    /// @throws PortalException `Failed` if the file cannot be written
    void export(UnixFd file) {
        var store = served.settled();
        try (var descriptor = Descriptor.owning(file.take())) {
            export(store, descriptor);
        } catch (IOException e) {
            throw PortalException.failed("the file cannot be written: " + e.getMessage());
        }
    }

    /// By way of a file of ours: a reader that is slow must not hold up the store's snapshot.
    private void export(PermissionStore store, Descriptor to) throws IOException {
        var own = Files.createTempFile(folder, "gatehouse-export", ".json");
        try (var out = Files.newOutputStream(own)) {
            ExportWriter.write(store, out);
            try (var in = Files.newInputStream(own);
                    var copy = new DescriptorOutput(to)) {
                var _ = in.transferTo(copy);
            }
        } finally {
            Files.delete(own);
        }
    }

    /// @param options `check` `b`: only say what would change
    /// @throws PortalException `InvalidArgument` with line and column; `Failed` if the file cannot
    ///   be read
    ImportResult take(UnixFd file, Map<String, Variant<?>> options) {
        served.requireWriter();
        boolean check = new Details(options).flag("check");
        var exported = exported(file);
        var writes = ImportPlan.of(exported, served.settled(), clock.millis() / 1000);
        var changed = new UInt32(writes.size());
        if (check || writes.isEmpty()) {
            return new ImportResult(changed, new UInt64(0));
        }
        var event =
                LedgerEvent.aboutTheStore(
                        LedgerEvent.Kind.IMPORTED, writes.size() + " decisions from a file");
        return new ImportResult(
                changed, new UInt64(served.change(new Write.Change(writes, event, 0, 0))));
    }

    private static Exported exported(UnixFd file) {
        try (var descriptor = Descriptor.owning(file.take());
                var in = new DescriptorInput(descriptor)) {
            return ExportReader.read(in);
        } catch (IOException e) {
            throw PortalException.failed("the file cannot be read: " + e.getMessage());
        }
    }
}
