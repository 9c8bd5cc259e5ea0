package org.gatehouse.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.gatehouse.store.LedgerRecord;

/// The hash of a ledger record: SHA-256 over the hash of the one before and all its columns, each
/// text with its length in front.
///
/// Threads: one at a time.
final class LedgerHash {

    private final MessageDigest digest;

    LedgerHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param before the hash of the record before; for the first of all, that of [Totals#EMPTY]
    byte[] of(byte[] before, LedgerRecord ledgerRecord) {
        var event = ledgerRecord.event();
        digest.update(before);
        add(ledgerRecord.sequence());
        add(ledgerRecord.time());
        add(event.kind().word());
        add(event.table());
        add(event.id());
        add(event.appKind());
        add(event.app());
        add(event.text());
        add(ledgerRecord.author().pid());
        add(ledgerRecord.author().executable());
        return digest.digest();
    }

    private void add(String column) {
        var bytes = column.getBytes(UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long column) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(column).flip());
    }
}
