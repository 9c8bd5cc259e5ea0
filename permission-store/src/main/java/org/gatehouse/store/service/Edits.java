package org.gatehouse.store.service;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Write;
import org.gatehouse.store.service.GrantEdits.Basis;

/// Everything that `Permissions1` changes.
///
/// Threads: the sender's queue; waits until a change is durable.
final class Edits {

    private static final UInt64 NOTHING = new UInt64(0);

    private final Served served;
    private final Catalogue catalogue;
    private final GrantEdits grants;
    private final DeferredQuestions deferred;

    /// @param bus the GUID of the bus, which names the login session
    Edits(
            Served served,
            Classes classes,
            AppNames names,
            DeferredQuestions deferred,
            InstantSource clock,
            String bus) {
        this.served = served;
        this.catalogue = classes.catalogue();
        this.deferred = deferred;
        var held = new HeldGrants(classes, served::store);
        this.grants = new GrantEdits(held, new GrantTexts(names), clock, bus);
    }

    UInt64 set(
            String permission,
            String kind,
            String app,
            Map<String, Variant<?>> grant,
            UInt64 basedOn) {
        served.requireWriter();
        var meant = Which.known(permission, catalogue);
        var _ = served.settled();
        long answers = deferred.waiting(meant, kind, app);
        var basis = new Basis(Details.bounded(basedOn), answers);
        var sequence = done(grants.set(meant, kind, app, new Details(grant), basis));
        if (answers != 0) {
            deferred.changed();
        }
        return sequence;
    }

    UInt64 revoke(Map<String, Variant<?>> which, UInt64 basedOn) {
        served.requireWriter();
        var meant = Which.of(which, catalogue).forChange();
        var _ = served.settled();
        return done(grants.revoke(meant, new Basis(Details.bounded(basedOn), 0)));
    }

    UInt64 forget(Map<String, Variant<?>> which, UInt64 basedOn) {
        served.requireWriter();
        var meant = Which.of(which, catalogue).forChange();
        var _ = served.settled();
        return done(grants.forget(meant, new Basis(Details.bounded(basedOn), 0)));
    }

    UInt64 undo(UInt64 sequence) {
        return done(Optional.of(new Write.Undo(Details.bounded(sequence))));
    }

    private UInt64 done(Optional<Write> write) {
        return write.map(each -> new UInt64(served.change(each))).orElse(NOTHING);
    }

    /// @param answer as for [#set], or `verdict` dismiss
    /// @throws PortalException `NotFound` if the question does not wait
    UInt64 answer(UInt64 number, Map<String, Variant<?>> answer) {
        served.requireWriter();
        var _ = served.settled();
        var question = deferred.find(Details.bounded(number));
        var given = new Details(answer);
        Optional<Write> write = Optional.empty();
        if (!given.text("verdict", "").equals("dismiss")) {
            var permission = Which.known(question.permissionClass(), catalogue);
            var basis = new Basis(0, question.number());
            write = grants.set(permission, question.kind(), question.app(), given, basis);
        }
        // what is to be asked, and is not stored, only leaves the list
        var sequence = done(write.or(() -> Optional.of(dismissal(question))));
        deferred.changed();
        return sequence;
    }

    private Write dismissal(org.gatehouse.store.DeferredQuestion question) {
        var event = deferred.event(question, LedgerEvent.Kind.DISMISSED, "taken off the list");
        return new Write.Settle(question.number(), event);
    }
}
