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
import org.gatehouse.settings.DayUse;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.GrantKey;
import org.gatehouse.settings.LedgerRow;
import org.gatehouse.settings.Permissions;
import org.gatehouse.settings.Snapshot;

/// The permissions as `org.gatehouse.Permissions1` has them. Calls wait; threads: any.
final class BusPermissions implements Permissions {

    static final String NAME = "org.gatehouse.Permissions1";
    static final String PATH = "/org/gatehouse/Permissions1";

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
            var waiting = alongside(service::ListDeferred);
            var unused = announced.among(service);
            return new Snapshot(
                    each(permissions.get(), Reading::permission),
                    each(apps.get(), Reading::app),
                    each(grants.grants(), Reading::grant),
                    each(uses.get(), Reading::use),
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
    public long set(GrantKey key, Decision decision, long basedOn) throws Failure {
        var app = key.app();
        return number(() ->
                service.Set(
                        key.permission(),
                        app.kind(),
                        app.app(),
                        wanted(decision),
                        unsigned(basedOn)));
    }

    @Override
    public long revoke(Filter which, long basedOn) throws Failure {
        return number(() -> service.Revoke(which(which), unsigned(basedOn)));
    }

    @Override
    public long forget(Filter which, long basedOn) throws Failure {
        return number(() -> service.Forget(which(which), unsigned(basedOn)));
    }

    @Override
    public long undo(long sequence) throws Failure {
        return number(() -> service.Undo(unsigned(sequence)));
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
        return number(() -> service.AnswerDeferred(unsigned(question), wanted(decision)));
    }

    @Override
    public long dismiss(long question) throws Failure {
        return number(() ->
                service.AnswerDeferred(
                        unsigned(question), Map.of("verdict", new Variant<>("dismiss"))));
    }

    @Override
    public List<LedgerRow> ledger(Filter filter, long before, int count) throws Failure {
        return Failures.calling(() ->
                each(
                        service.Ledger(which(filter), unsigned(before), new UInt32(count)),
                        Reading::record));
    }

    @Override
    public List<DayUse> uses(Filter filter, int days) throws Failure {
        return Failures.calling(
                () -> each(service.UseByDay(which(filter), new UInt32(days)), Reading::day));
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
            bus.subscribe(
                    Permissions1.LedgerAppended.class, NAME, PATH, (_, _) -> watcher.recorded());
        } catch (BusException e) {
            watcher.available(false);
        }
    }

    private static long number(Callable<UInt64> call) throws Failure {
        return Failures.calling(call).longValue();
    }

    private static UInt64 unsigned(long number) {
        return new UInt64(number);
    }

    private static Map<String, Variant<?>> which(Filter filter) {
        var which = new HashMap<String, Variant<?>>();
        if (!filter.permission().isEmpty()) {
            which.put("class", new Variant<>(filter.permission()));
        }
        filter.app()
                .ifPresent(key -> {
                    which.put("kind", new Variant<>(key.kind()));
                    which.put("app", new Variant<>(key.app()));
                });
        return which;
    }

    private static Map<String, Variant<?>> wanted(Decision decision) {
        var wanted = new HashMap<String, Variant<?>>();
        wanted.put("verdict", new Variant<>(decision.verdict().word()));
        put(wanted, "level", decision.level());
        put(wanted, "lifespan", decision.lifespan());
        if (decision.until() > 0) {
            wanted.put("until", new Variant<>(unsigned(decision.until())));
        }
        return wanted;
    }

    private static void put(Map<String, Variant<?>> wanted, String key, String word) {
        if (!word.isEmpty()) {
            wanted.put(key, new Variant<>(word));
        }
    }
}
