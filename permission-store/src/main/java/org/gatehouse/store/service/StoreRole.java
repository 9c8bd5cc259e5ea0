package org.gatehouse.store.service;

import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.NameOption;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.role.WaitingThreads;
import org.gatehouse.store.sqlite.Moments;
import org.gatehouse.store.sqlite.SqlitePermissionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The permission store as a role: its own connection, its two names, its database.
///
/// Threads: what is called on the bus runs on platform threads, because the database blocks them.
public final class StoreRole implements RunningRole {

    private static final Logger LOG = LoggerFactory.getLogger(StoreRole.class);
    private static final int NAME_LOST = 1;
    private static final int CANNOT_START = 1;

    private final BusConnection bus;
    private final ExecutorService executor;
    private final CallerIdentities callers;
    private final StoreObjects objects;
    private final InstantSource clock = InstantSource.system();
    private final CompletableFuture<org.gatehouse.store.PermissionStore> store =
            new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    /// Starts the role; it owns its names and answers when this returns.
    ///
    /// @throws RoleFailure 1 if there is no bus, a name is taken, or the database can be neither
    ///   read nor made
    public static RunningRole start(RoleSettings settings) throws RoleFailure {
        var executor = WaitingThreads.of("store-calls");
        try {
            var bus = BusConnection.open(BusAddress.session(settings.environment()), executor);
            var role = new StoreRole(bus, executor, settings);
            role.serve(settings);
            return role;
        } catch (BusException e) {
            executor.shutdown();
            throw new RoleFailure(CANNOT_START, "no session bus: " + e.getMessage());
        }
    }

    private StoreRole(BusConnection bus, ExecutorService executor, RoleSettings settings) {
        this.bus = bus;
        this.executor = executor;
        this.callers = CallerIdentities.of(bus, settings);
        this.objects = new StoreObjects(bus, store, executor, settings.directories(), clock);
    }

    private void serve(RoleSettings settings) throws RoleFailure {
        try {
            bus.peers().owner(StoreObjects.PORTAL);
            if (!settings.replace() && bus.peers().owner(PermissionStoreFace.NAME).isPresent()) {
                // before the database is touched: it may be in use
                throw taken(PermissionStoreFace.NAME);
            }
            objects.export(callers);
            if (settings.replace()) {
                // whoever is replaced keeps its database until its name is gone
                takeNames(EnumSet.allOf(NameOption.class));
            }
            store.complete(open(settings));
            if (!settings.replace()) {
                takeNames(Set.of());
            }
            objects.start();
            bus.onNameLost(this::nameLost);
            bus.onClosed(this::busClosed);
        } catch (RoleFailure | RuntimeException e) {
            store.completeExceptionally(e);
            close();
            throw e;
        }
    }

    private org.gatehouse.store.PermissionStore open(RoleSettings settings) throws RoleFailure {
        var directories = settings.directories();
        var place =
                new SqlitePermissionStore.Settings(
                        directories.dataHome(),
                        directories.runtimeDir().resolve("gatehouse-store"),
                        bus.busId(),
                        Moments.ofThisMachine(),
                        objects::unusedDays);
        try {
            return SqlitePermissionStore.open(place, objects::changed);
        } catch (IOException e) {
            throw new RoleFailure(CANNOT_START, String.valueOf(e.getMessage()));
        }
    }

    /// Our own name last: whoever finds it finds everything.
    private void takeNames(Set<NameOption> options) throws RoleFailure {
        for (var name : List.of(PermissionStoreFace.NAME, Permissions1Face.NAME)) {
            if (!bus.requestName(name, options)) {
                throw taken(name);
            }
        }
    }

    private static RoleFailure taken(String name) {
        return new RoleFailure(CANNOT_START, name + " is owned by another program");
    }

    private void nameLost(String name) {
        if (!closing.get()) {
            LOG.info("{} was taken over", name);
            end(NAME_LOST);
        }
    }

    private void busClosed() {
        if (!closing.get()) {
            LOG.info("the bus has gone");
            end(0);
        }
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return ended.copy();
    }

    @Override
    public void close() {
        end(0);
    }

    private void end(int status) {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        if (store.isDone() && !store.isCompletedExceptionally()) {
            store.join().close();
        }
        bus.close();
        objects.close();
        callers.close();
        executor.shutdown();
        ended.complete(status);
    }
}
