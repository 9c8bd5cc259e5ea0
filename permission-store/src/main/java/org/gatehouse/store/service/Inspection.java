package org.gatehouse.store.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1.Explanation;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.jspecify.annotations.Nullable;

/// Answers what takes time to find out: why something would be decided, and how Gatehouse is.
///
/// Threads: called on the sender's queue, which does not wait; the answer is found on another
/// thread, of which there are eight at most.
final class Inspection {

    private static final int MOST = 8;

    private final Places places = new Places(MOST);
    private final Served served;
    private final Catalogue catalogue;
    private final PortalCalls portal;
    private final StoreChecks checks;

    Inspection(Served served, Catalogue catalogue, PortalCalls portal, StoreChecks checks) {
        this.served = served;
        this.catalogue = catalogue;
        this.portal = portal;
        this.checks = checks;
    }

    /// @throws PortalException `NotFound` for an unknown class, `InvalidArgument` for an unknown
    ///   kind, `Failed` where no portal of ours answers
    @Nullable Explanation explain(
            String permission, String kind, String app, Map<String, Variant<?>> options) {
        var known = Which.known(permission, catalogue);
        var confined = AppKind.of(kind).word();
        return answer(() -> portal.explain(known.id(), confined, app, options));
    }

    @Nullable List<Map<String, Variant<?>>> diagnose() {
        return answer(() -> {
            var found = new ArrayList<>(checks.all());
            found.addAll(portalChecks());
            return found;
        });
    }

    private List<Map<String, Variant<?>>> portalChecks() {
        try {
            return portal.diagnose();
        } catch (PortalException e) {
            return List.of(
                    StoreChecks.check(
                            "portal",
                            StoreChecks.State.BAD,
                            String.valueOf(e.getMessage()),
                            "Start the service: systemctl --user restart gatehouse.service"));
        }
    }

    private <T> @Nullable T answer(Supplier<T> query) {
        return served.readSlowly(places.taken(query));
    }
}
