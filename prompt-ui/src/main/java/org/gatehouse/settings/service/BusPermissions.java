package org.gatehouse.settings.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.DayUse;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.GrantKey;
import org.gatehouse.settings.LedgerRow;
import org.gatehouse.settings.Permissions;
import org.gatehouse.settings.RunningApp;
import org.gatehouse.settings.Snapshot;

/// The permissions as `org.gatehouse.Permissions1` has them. Calls wait; threads: any.
final class BusPermissions implements Permissions {

    static final String NAME = "org.gatehouse.Permissions1";
    static final String PATH = "/org/gatehouse/Permissions1";

    private static final String NOT_FOUND = "org.freedesktop.portal.Error.NotFound";

    /// Long enough for a service that has to be started first, on a busy machine.
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Map<String, Variant<?>> ALL = Map.of();

    private final BusConnection bus;
    private final Permissions1 service;
    private final Announced announced;

    BusPermissions(BusConnection bus, Announced announced) {
        this.bus = bus;
        this.announced = announced;
        this.service = bus.remote(Permissions1.class, NAME, PATH, DEADLINE);
    }

    @Override
    public Snapshot read() throws Failure {
        return Failures.calling(() -> {
            // the grants first: their number is what a change is based on, and what is read after
            // them is at least as new
            var grants = service.ListGrants(ALL);
            var permissions = alongside(service::ListClasses);
            var apps = alongside(() -> service.ListApps(ALL));
            var uses = alongside(service::ListUsage);
            var running = alongside(() -> service.ListInstances(ALL));
            var waiting = alongside(service::ListDeferred);
            var unused = announced.among(service);
            return new Snapshot(
                    each(permissions.get(), Reading::permission),
                    each(apps.get(), Reading::app),
                    each(grants.grants(), Reading::grant),
                    each(uses.get(), Reading::use),
                    each(running.get(), Reading::running),
                    each(waiting.get(), Reading::question),
                    unused,
                    grants.sequence().longValue());
        });
    }

    private static <T> FutureTask<T> alongside(Callable<T> call) {
        var task = new FutureTask<>(call);
        Thread.startVirtualThread(task);
        return task;
    }

    private static <T> List<T> each(
            List<Map<String, Variant<?>>> answers, Function<Map<String, Variant<?>>, T> reading) {
        return answers.stream().map(reading).toList();
    }

    @Override
    public List<RunningApp> running() throws Failure {
        return Failures.calling(() -> each(service.ListInstances(ALL), Reading::running));
    }

    @Override
    public boolean stop(AppKey app, String instance) throws Failure {
        var which = new HashMap<>(Asked.which(Filter.of(app)));
        which.put("instance", new Variant<>(instance));
        return Failures.calling(() -> stops(which));
    }

    private boolean stops(Map<String, Variant<?>> which) {
        try {
            return service.StopInstances(which).intValue() > 0;
        } catch (RemoteException e) {
            if (e.name().equals(NOT_FOUND)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public long set(GrantKey key, Decision decision, long basedOn) throws Failure {
        var app = key.app();
        return number(() ->
                service.Set(
                        key.permission(),
                        app.kind(),
                        app.app(),
                        Asked.grant(decision),
                        Asked.number(basedOn)));
    }

    @Override
    public long revoke(Filter which, long basedOn) throws Failure {
        return number(() -> service.Revoke(Asked.which(which), Asked.number(basedOn)));
    }

    @Override
    public long forget(Filter which, long basedOn) throws Failure {
        return number(() -> service.Forget(Asked.which(which), Asked.number(basedOn)));
    }

    @Override
    public long undo(long sequence) throws Failure {
        return number(() -> service.Undo(Asked.number(sequence)));
    }

    @Override
    public Optional<Long> undoable() throws Failure {
        return Failures.calling(() ->
                Optional.of(new Values(service.LastChange()))
                        .map(values -> values.number("sequence"))
                        .filter(sequence -> sequence > 0));
    }

    @Override
    public long answer(long question, Decision decision) throws Failure {
        return number(() -> service.AnswerDeferred(Asked.number(question), Asked.grant(decision)));
    }

    @Override
    public long dismiss(long question) throws Failure {
        return number(() ->
                service.AnswerDeferred(
                        Asked.number(question), Map.of("verdict", new Variant<>("dismiss"))));
    }

    @Override
    public List<LedgerRow> ledger(Filter filter, long before, int count) throws Failure {
        return Failures.calling(() ->
                each(
                        service.Ledger(
                                Asked.which(filter), Asked.number(before), new UInt32(count)),
                        Reading::record));
    }

    @Override
    public List<DayUse> uses(Filter filter, int days) throws Failure {
        return Failures.calling(
                () -> each(service.UseByDay(Asked.which(filter), new UInt32(days)), Reading::day));
    }

    @Override
    public void unusedWasRead(long sequence) {
        announced.read(sequence);
    }

    @Override
    public void watch(Watcher watcher) {
        bus.peers().onOwnerChange(NAME, (_, owner) -> watcher.available(!owner.isEmpty()));
        try {
            for (var type :
                    List.of(
                            Permissions1.GrantChanged.class,
                            Permissions1.UsageChanged.class,
                            Permissions1.DeferredChanged.class)) {
                bus.subscribe(type, NAME, PATH, (_, _) -> watcher.changed());
            }
            bus.subscribe(Permissions1.InstancesChanged.class, NAME, PATH, (_, _) -> watcher.ran());
            bus.subscribe(
                    Permissions1.LedgerAppended.class, NAME, PATH, (_, _) -> watcher.recorded());
        } catch (BusException e) {
            watcher.available(false);
        }
    }

    private static long number(Callable<UInt64> call) throws Failure {
        return Failures.calling(call).longValue();
    }
}
