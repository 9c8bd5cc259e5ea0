package org.gatehouse.settings.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1;
import org.gatehouse.settings.LedgerRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which grants went back to ask because nobody used them, and which of those the person has read.
///
/// What was read last is kept in a file, as the number of a ledger record.
///
/// Threads: any; reads and writes the file.
final class Announced {

    private static final Logger LOG = LoggerFactory.getLogger(Announced.class);
    private static final int MOST = 100;
    private static final UInt64 NEWEST = new UInt64(0);

    private final Path file;

    Announced(Path file) {
        this.file = file;
    }

    /// The records that tell of it and were not read yet, newest first.
    List<LedgerRow> among(Permissions1 service) {
        long last = last();
        Map<String, Variant<?>> lapsed = Map.of("events", new Variant<>(List.of("lapsed"), "as"));
        return service.Ledger(lapsed, NEWEST, new UInt32(MOST)).stream()
                .map(Reading::record)
                .filter(row -> row.sequence() > last)
                .toList();
    }

    synchronized void read(long sequence) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, sequence + "\n");
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.getMessage());
        }
    }

    private synchronized long last() {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
