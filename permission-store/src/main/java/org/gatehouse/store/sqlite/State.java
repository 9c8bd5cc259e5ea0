package org.gatehouse.store.sqlite;

import org.gatehouse.protocol.PortalException;
import org.jspecify.annotations.Nullable;

/// What the reading and the writing side of an open store share.
///
/// Threads: fields are written by the writer thread (and `damage` by whoever finds some), and read
/// by all. Whoever reads through the database holds [#readLock].
final class State {

    final EntryCache cache = new EntryCache();
    final HeldRevocations held = new HeldRevocations();
    final Object readLock = new Object();

    /// Null if it could be neither opened nor restored: everything is refused then.
    private volatile @Nullable Database database;

    private volatile Totals totals = Totals.EMPTY;
    private volatile @Nullable String damage;
    private volatile boolean writable = true;

    Database database() {
        var open = database;
        if (open == null) {
            throw PortalException.failed("the permission store cannot be read");
        }
        return open;
    }

    /// Works on another database from now on.
    void use(@Nullable Database other, Totals totalsOfOther) {
        synchronized (readLock) {
            database = other;
            totals = totalsOfOther;
            damage = null;
            cache.clear();
        }
    }

    boolean isOpen() {
        return database != null;
    }

    Totals totals() {
        return totals;
    }

    void setTotals(Totals newTotals) {
        totals = newTotals;
    }

    /// What was found to be damaged, null if nothing.
    @Nullable String damage() {
        return damage;
    }

    void setDamage(String found) {
        damage = found;
    }

    /// Whether the last write was kept.
    boolean isWritable() {
        return writable;
    }

    void setWritable(boolean kept) {
        writable = kept;
    }
}
