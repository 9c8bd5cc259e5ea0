package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.portal.diagnosis.InstanceStop;

/// Ends what runs when the person says so, whatever it is allowed.
///
/// Threads: any; waits for a moment where the service has only just started.
final class HandStop implements InstanceStop {

    private final BackgroundWatch watch;
    private final Stopping stopping;

    @Inject
    HandStop(BackgroundWatch watch, Stopping stopping) {
        this.watch = watch;
        this.stopping = stopping;
    }

    @Override
    public int stop(Optional<String> kind, Optional<String> app, Optional<String> instance) {
        var meant =
                watch.running().stream()
                        .filter(each -> is(kind, each.identity().wireKind()))
                        .filter(each -> is(app, each.identity().wireId()))
                        .filter(each -> is(instance, each.id()))
                        .toList();
        meant.forEach(stopping::stopByHand);
        return meant.size();
    }

    private static boolean is(Optional<String> wanted, String value) {
        return wanted.filter(word -> !word.equals(value)).isEmpty();
    }
}
