package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.portal.background.Stretches.Stretch;
import org.gatehouse.portal.consent.GrantKey;
import org.gatehouse.portal.consent.Ledger;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;

/// Writes down what became of instances: that they were started at login, and for how long each of
/// them ran without a window.
///
/// One record for each start and for each stretch. A start is written down when the instance is
/// seen soon after it, so that a service that was started anew does not tell of it again.
///
/// Threads: one.
final class BackgroundLedger {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Ledger ledger;
    private final Catalogue catalogue;
    private final AutostartFolder folder;
    private final Stretches stretches = new Stretches();
    private final Set<String> started = new HashSet<>();

    @Inject
    BackgroundLedger(Ledger ledger, Catalogue catalogue, Autostart autostart) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.folder = autostart.folder();
    }

    /// What was seen at one look.
    void look(List<Sight> sights, Instant now) {
        var without =
                sights.stream()
                        .filter(each -> each.isSandboxed() && each.isWithoutWindow())
                        .map(Sight::instance)
                        .collect(Collectors.toSet());
        stretches.look(without, now).forEach(this::ran);
        started.retainAll(
                sights.stream().map(each -> each.instance().id()).collect(Collectors.toSet()));
    }

    /// The session has started it from an entry.
    void startedAtLogin(Sight sight, Instant now) {
        var instance = sight.instance();
        boolean counts = sight.isSandboxed() || folder.isOurs(instance.app());
        if (counts && started.add(instance.id()) && isFresh(instance, now)) {
            record(Kind.STARTED, BackgroundPortal.AUTOSTART, instance, "at login");
        }
    }

    private static boolean isFresh(Instance instance, Instant now) {
        return now.getEpochSecond() - instance.since() <= FRESH.toSeconds();
    }

    private void ran(Stretch stretch) {
        record(
                Kind.RAN,
                BackgroundPortal.CLASS,
                stretch.instance(),
                "in the background from %s to %s"
                        .formatted(text(stretch.from()), text(stretch.to())));
    }

    private static String text(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    private void record(Kind kind, String permission, Instance instance, String text) {
        var identity = instance.identity();
        var key = Optional.of(new GrantKey(identity.wireKind(), identity.wireId()));
        ledger.record(new Event(kind, catalogue.get(permission), key, text));
    }
}
