package org.gatehouse.store.sqlite;

import java.sql.SQLException;
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

    private final String bus;
    private RecentChanges recent = new RecentChanges(0);
    private UndoLog undo = new UndoLog();
    private volatile Days days = Days.NONE;

    private volatile Totals totals = Totals.EMPTY;
    private volatile @Nullable String damage;
    private volatile boolean writable = true;

    /// @param bus the GUID of the bus of this login session
    State(String bus) {
        this.bus = bus;
    }

    String bus() {
        return bus;
    }

    /// The writer's.
    RecentChanges recent() {
        return recent;
    }

    /// The writer's.
    UndoLog undo() {
        return undo;
    }

    Days days() {
        return days;
    }

    void setDays(Days newDays) {
        days = newDays;
    }

    Database database() {
        var open = database;
        if (open == null) {
            throw PortalException.failed("the permission store cannot be read");
        }
        return open;
    }

    /// Works on another database from now on.
    void use(Database other) throws SQLException {
        var itsTotals = other.totals();
        var itsDays = other.days();
        synchronized (readLock) {
            database = other;
            totals = itsTotals;
            days = itsDays;
            recent = new RecentChanges(itsTotals.sequence());
            undo = new UndoLog();
            damage = null;
            cache.clear();
        }
    }

    /// Works on none: everything is refused.
    void useNone() {
        synchronized (readLock) {
            database = null;
            totals = Totals.EMPTY;
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
