package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What was seen last, for everybody who is told of it: the desktop, our store, the ledger.
///
/// Threads: looks come from one thread, the words of apps from any; guarded by the object.
@Singleton
final class Shown {

    /// As many as the store takes; apps in a sandbox before others.
    private static final int MOST = 1_000;

    private static final Comparator<Sight> SANDBOXED_FIRST =
            Comparator.comparing((Sight each) -> !each.isSandboxed())
                    .thenComparing(each -> each.instance().id());

    private final MonitorFace face;
    private final InstanceReports reports;
    private final LoginStarts logins;
    private final BackgroundLedger ledger;
    private final Map<String, String> messages = new ConcurrentHashMap<>();
    private List<Sight> sights = List.of();
    private Set<String> atLogin = Set.of();

    @Inject
    Shown(MonitorFace face, InstanceReports reports, LoginStarts logins, BackgroundLedger ledger) {
        this.face = face;
        this.reports = reports;
        this.logins = logins;
        this.ledger = ledger;
    }

    /// An instance says what it is doing, `""` for nothing.
    void say(String instance, String message) {
        if (message.isEmpty()) {
            messages.remove(instance);
        } else {
            messages.put(instance, message);
        }
        publish();
    }

    /// This was seen just now.
    void show(List<Sight> now) {
        var ids = now.stream().map(each -> each.instance().id()).collect(Collectors.toSet());
        messages.keySet().retainAll(ids);
        logins.retain(ids);
        var started = now.stream().filter(each -> logins.has(each.instance())).toList();
        synchronized (this) {
            sights = List.copyOf(now);
            atLogin =
                    started.stream().map(each -> each.instance().id()).collect(Collectors.toSet());
        }
        publish();
        var time = Instant.now();
        started.forEach(each -> ledger.startedAtLogin(each, time));
        ledger.look(now, time);
    }

    private synchronized void publish() {
        face.show(
                sights.stream()
                        .filter(each -> each.isSandboxed() && each.isWithoutWindow())
                        .map(each -> app(each.instance()))
                        .sorted()
                        .toList());
        reports.report(
                sights.stream().sorted(SANDBOXED_FIRST).limit(MOST).map(this::report).toList());
    }

    private MonitorFace.App app(Instance instance) {
        return new MonitorFace.App(instance.app().value(), instance.id(), message(instance));
    }

    private InstanceReport report(Sight sight) {
        var instance = sight.instance();
        return InstanceReport.of(sight, message(instance), atLogin.contains(instance.id()));
    }

    private String message(Instance instance) {
        return messages.getOrDefault(instance.id(), "");
    }
}
