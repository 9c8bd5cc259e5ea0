package org.gatehouse.store.service;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.Decisions1;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.role.XdgDirectories;
import org.gatehouse.store.StoreChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the role serves on its connection, and what it tells of.
///
/// Threads: made and exported by one; [#changed] is called on the store's writer thread.
final class StoreObjects implements AutoCloseable {

    static final String PORTAL = "org.freedesktop.portal.Desktop";

    private static final Logger LOG = LoggerFactory.getLogger(StoreObjects.class);

    private final BusConnection bus;
    private final CompletableFuture<org.gatehouse.store.PermissionStore> store;
    private final Executor executor;
    private final XdgDirectories directories;
    private final InstantSource clock;
    private final Classes classes;
    private final PolicyWatch policy;
    private final AppNames names;
    private final Usage usage;
    private final Instances instances;
    private final Situations situations;
    private final Announcements ledger;
    private final GrantAnnouncer grants;
    private final DeferredQuestions deferred;

    StoreObjects(
            BusConnection bus,
            CompletableFuture<org.gatehouse.store.PermissionStore> store,
            Executor executor,
            XdgDirectories directories,
            InstantSource clock) {
        this.bus = bus;
        this.store = store;
        this.executor = executor;
        this.directories = directories;
        this.clock = clock;
        var catalogue = new Catalogue(directories);
        classes = new Classes(catalogue, new PolicyFiles(directories, catalogue));
        policy = new PolicyWatch(classes, directories, executor, clock);
        names = new AppNames(directories);
        usage = new Usage(clock, this::signal);
        situations =
                new Situations(
                        directories.runtimeDir().resolve("gatehouse-situations"), bus.busId());
        ledger = new Announcements(this::ledgerAppended, executor);
        var changed =
                new Announcements(() -> signal(new Permissions1.InstancesChanged()), executor);
        instances = new Instances(changed::changed);
        var lists = new GrantLists(new HeldGrants(classes, store::join), names, usage);
        grants = new GrantAnnouncer(catalogue, lists, this::signal, executor);
        deferred = new DeferredQuestions(store::join, catalogue, this::signal);
    }

    /// Serves everything, once the store is open; until then calls wait.
    void export(CallerIdentities callers) {
        var refusals = new Refusals(store, ledger::changed);
        var guard = new StoreGuard(callers, store, refusals);
        var writers = new Writers(callers, directories, refusals);
        var served = new Served(store, writers, executor, ledger::changed);
        bus.export(
                PermissionStoreFace.PATH,
                List.of(
                        ExportedInterface.of(
                                        PermissionStore.class,
                                        new PermissionStoreFace(served, policy))
                                .property("version", () -> new UInt32(PermissionStoreFace.VERSION))
                                .guardedBy(guard)
                                .inline()));
        bus.export(
                Permissions1Face.PATH,
                List.of(decisions(served, guard), permissions(served, guard)));
        var _ = bus.peers().onOwnerChange(PORTAL, (before, _) -> portalLeft(before));
    }

    private ExportedInterface<?> decisions(Served served, StoreGuard guard) {
        var face =
                new Decisions1Face(
                        served,
                        peer -> bus.peers().isOwner(peer, PORTAL),
                        new PortalReports(served, usage, instances, deferred, executor),
                        bus.busId(),
                        clock);
        return ExportedInterface.<Decisions1>of(Decisions1.class, face)
                .property("version", () -> new UInt32(Decisions1Face.VERSION))
                .guardedBy(guard)
                .inline();
    }

    private ExportedInterface<?> permissions(Served served, StoreGuard guard) {
        var portal = new PortalCalls(bus);
        var face =
                new Permissions1Face(
                        new Views(served, classes, names, usage, instances),
                        new Edits(served, classes, names, deferred, clock, bus.busId()),
                        new SituationSwitch(situations, served, this::situationsChanged),
                        new Exchange(served, directories.runtimeDir(), clock),
                        new Inspection(served, classes.catalogue(), portal, checks()),
                        new InstanceStops(served, classes.catalogue(), portal, instances));
        return ExportedInterface.<Permissions1>of(Permissions1.class, face)
                .property("version", () -> new UInt32(Permissions1Face.VERSION))
                .property("Status", this::status)
                .property("Situations", situations::now)
                .guardedBy(guard);
    }

    private StoreChecks checks() {
        var dataHome = directories.dataHome();
        var mirror = new MirrorCheck(store::join, classes.catalogue(), dataHome);
        return new StoreChecks(store::join, mirror, dataHome);
    }

    private String status() {
        return store.join().status().name().toLowerCase(Locale.ROOT);
    }

    private void situationsChanged(List<String> now) {
        bus.emitPropertiesChanged(
                Permissions1Face.PATH,
                Permissions1.class,
                Map.of("Situations", new Variant<>(now, "as")));
    }

    /// Begins what takes its time, once the names are ours.
    void start() {
        policy.start();
    }

    /// Days without use after which a grant is none; 0 for never.
    int unusedDays() {
        return policy.unusedDays();
    }

    /// Tells of a change that is durable.
    void changed(StoreChange change) {
        send(PermissionStoreFace.PATH, PermissionStoreFace.changed(change));
        ledger.changed();
        grants.changed(change);
    }

    private void portalLeft(String connection) {
        if (!connection.isEmpty()) {
            instances.end(connection);
            var ended = usage.end(connection);
            new StoppedUses(store.join(), classes.catalogue(), ledger::changed).record(ended);
        }
    }

    private void ledgerAppended() {
        signal(new Permissions1.LedgerAppended(new UInt64(store.join().sequence())));
    }

    private <S extends Record & BusSignal> void signal(S signal) {
        send(Permissions1Face.PATH, signal);
    }

    private <S extends Record & BusSignal> void send(String path, S signal) {
        try {
            bus.emit(path, signal);
        } catch (BusException e) {
            LOG.debug("nobody left to tell", e);
        }
    }

    @Override
    public void close() {
        classes.policy().close();
    }
}
