package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Author;
import org.gatehouse.store.DayUse;
import org.gatehouse.store.Decision;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerCheck;
import org.gatehouse.store.LedgerFilter;
import org.gatehouse.store.LedgerRecord;
import org.gatehouse.store.Moment;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.StoreChange;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.TableName;
import org.gatehouse.store.UndoStep;
import org.gatehouse.store.Write;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The permission store in a SQLite database.
///
/// Threads: a writer, one that keeps copies up to date, and for a large database one that checks
/// it; all platform threads. Reads happen on the caller's thread, one at a time.
public final class SqlitePermissionStore implements PermissionStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlitePermissionStore.class);

    private final State state;
    private final StoreLock lock;
    private final Reads reads;
    private final Lists lists;
    private final Maintenance maintenance;
    private final Writer<Job> writer;
    private final BackgroundCheck check;

    /// Where a store is kept and what it needs to know.
    ///
    /// @param dataHome `$XDG_DATA_HOME`
    /// @param fallback a folder for a copy to read from while nothing can be written in `dataHome`
    /// @param bus the GUID of the bus of this login session, with which session grants end
    /// @param clock the time now; never waits
    /// @param unusedDays after how many days without use a grant is no longer one, 0 for never;
    ///   asked now and then, on the writer thread
    public record Settings(
            Path dataHome,
            Path fallback,
            String bus,
            Supplier<Moment> clock,
            IntSupplier unusedDays) {}

    /// Opens the store, making or restoring its database if it has to.
    ///
    /// @param changes takes each change once it is durable, in order, on the writer thread; must
    ///   not wait
    /// @throws IOException if the store is in use by another process, or can be neither read nor
    ///   made
    public static SqlitePermissionStore open(Settings settings, Consumer<StoreChange> changes)
            throws IOException {
        var folder = StoreFolder.in(settings.dataHome());
        var lock = StoreLock.take(folder);
        try {
            return new SqlitePermissionStore(settings, folder, lock, changes);
        } catch (StoreFault | SQLException e) {
            lock.close();
            throw new IOException("the permission store cannot be opened: " + e.getMessage(), e);
        }
    }

    private SqlitePermissionStore(
            Settings settings, StoreFolder folder, StoreLock lock, Consumer<StoreChange> changes)
            throws SQLException {
        this.lock = lock;
        state = new State(settings.bus());
        var database = openAnyhow(folder, settings.fallback());
        state.use(database);
        state.setWritable(database.isWritable());
        maintenance = new Maintenance(folder);
        var committing = new Committing(state, settings.clock(), changes, maintenance::changed);
        var upkeep = new Upkeep(state, folder, committing, settings);
        long pause = upkeep.run();
        writer = new Writer<>(committing::commit, upkeep::run, pause);
        committing.onAttention(() -> {
            upkeep.expectEnding();
            writer.wake();
        });
        reads = new Reads(state, settings.clock(), writer::wake);
        lists = new Lists(state, settings.clock(), writer::wake);
        maintenance.start();
        writer.start();
        check =
                new BackgroundCheck(
                        database.file(),
                        damage -> {
                            state.setDamage(damage);
                            writer.wake();
                        });
        check.start();
    }

    private static Database openAnyhow(StoreFolder folder, Path fallback) {
        try {
            return new Opening(folder).open();
        } catch (StoreFault e) {
            LOG.error(
                    "the permission store cannot be written, and is open for reading only: {}",
                    e.getMessage());
            return new Opening(folder).openCopy(fallback);
        }
    }

    @Override
    public Optional<Entry> find(EntryKey key) {
        return reads.find(key);
    }

    @Override
    public List<String> ids(TableName table) {
        return reads.ids(table);
    }

    @Override
    public Optional<Decision> decision(GrantKey key) {
        return reads.decision(key);
    }

    @Override
    public long sequence() {
        return state.totals().sequence();
    }

    @Override
    public List<StoredGrant> grants(GrantFilter filter) {
        return lists.grants(filter);
    }

    @Override
    public List<LedgerRecord> ledger(LedgerFilter filter, long before, int count) {
        return reads.ledger(filter, before, count);
    }

    @Override
    public List<DayUse> useByDay(GrantFilter filter, long since, ZoneId zone) {
        return lists.useByDay(filter, since, zone);
    }

    @Override
    public List<DeferredQuestion> deferred() {
        return reads.deferred();
    }

    @Override
    public Optional<UndoStep> lastChange() {
        return reads.lastChange();
    }

    @Override
    public long visit(EntryVisitor visitor) {
        return lists.visit(visitor);
    }

    @Override
    public LedgerCheck checkLedger() {
        return lists.checkLedger();
    }

    @Override
    public CompletableFuture<Long> submit(Write write, Author author) {
        var job = new Job(write, author);
        if (!writer.offer(job)) {
            job.done().completeExceptionally(PortalException.failed("too many writes wait"));
        }
        return job.done();
    }

    @Override
    public CompletableFuture<Void> checked() {
        return check.done();
    }

    @Override
    public StoreStatus status() {
        return state.isWritable() ? state.totals().status() : StoreStatus.UNWRITABLE;
    }

    @Override
    public void close() {
        try (lock) {
            check.close();
            writer.close();
            maintenance.close();
            var database = state.database();
            // whoever still reads is refused from here on, and not in the middle
            state.useNone();
            database.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | PortalException e) {
            LOG.warn("the permission store did not close as it should: {}", e.toString());
        }
    }
}
