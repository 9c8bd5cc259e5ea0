package org.gatehouse.store.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Write;
import org.jspecify.annotations.Nullable;

/// Ends running instances by the hand of a person: the portal does it, the ledger says who did.
///
/// Threads: called on the sender's queue, which does not wait; done on another thread, of which
/// there are eight at most.
final class InstanceStops {

    private static final int MOST = 8;
    private static final String CLASS = "background";
    private static final String BY_HAND = "asked to end, by hand";

    private final Places places = new Places(MOST);
    private final Served served;
    private final Catalogue catalogue;
    private final PortalCalls portal;
    private final Instances instances;

    InstanceStops(Served served, Catalogue catalogue, PortalCalls portal, Instances instances) {
        this.served = served;
        this.catalogue = catalogue;
        this.portal = portal;
        this.instances = instances;
    }

    /// @throws PortalException `InvalidArgument` without app and instance, `AccessDenied` to a
    ///   caller that may not write; then what the portal says, `Failed` where none of ours answers
    @Nullable UInt32 stop(Map<String, Variant<?>> which) {
        var meant = WhichInstances.of(which).forStop();
        return served.actSlowly(writing -> places.taken(() -> stop(meant, writing)));
    }

    private UInt32 stop(WhichInstances meant, ToLongFunction<Write> writing) {
        // looked at before: what ends at once is not there any more afterwards
        var apps = apps(meant);
        var stopping = portal.stop(meant.keys());
        for (var app : apps) {
            var event = app.event(LedgerEvent.Kind.STOPPED, BY_HAND);
            var _ = writing.applyAsLong(new Write.Note(event));
        }
        return stopping;
    }

    /// Each app that is concerned, once; as it was asked for where the portal has not reported it.
    private List<Which> apps(WhichInstances meant) {
        var background = catalogue.find(CLASS);
        var running =
                instances.now().stream()
                        .filter(meant::includes)
                        .map(each ->
                                new Which(
                                        background,
                                        Optional.of(each.kind()),
                                        Optional.of(each.app())))
                        .distinct()
                        .toList();
        return running.isEmpty()
                ? List.of(new Which(background, meant.kind(), meant.app()))
                : running;
    }
}
