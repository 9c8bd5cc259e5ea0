package org.gatehouse.store.service;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Write;
import org.gatehouse.store.Write.EntryWrite;

/// What a settings app changes, as one write each: all of it or nothing, one record in the ledger,
/// one step to undo.
///
/// Threads: any that may wait for the disk.
final class GrantEdits {

    private static final int LONGEST_APP = 255;

    private final HeldGrants held;
    private final GrantWrites writes;
    private final GrantTexts texts;
    private final InstantSource clock;
    private final String bus;

    /// @param bus the GUID of the bus, which names the login session
    GrantEdits(HeldGrants held, GrantTexts texts, InstantSource clock, String bus) {
        this.held = held;
        this.writes = new GrantWrites(clock);
        this.texts = texts;
        this.clock = clock;
        this.bus = bus;
    }

    /// One decision.
    ///
    /// @return empty if there is nothing to do
    /// @throws PortalException `InvalidArgument`, naming what is wrong
    Optional<Write> set(
            PermissionClass permission, String kind, String app, Details grant, Basis basis) {
        var which = checked(permission, kind, app);
        var wanted = WantedGrant.of(grant, permission, clock, bus);
        var before = held.find(which).stream().findFirst();
        return writes.decide(permission, kind, app, wanted, before)
                .map(part -> {
                    var text = texts.decided(permission, app, wanted);
                    return change(which, List.of(part), event(wanted, before), text, basis);
                });
    }

    private static Which checked(PermissionClass permission, String kind, String app) {
        if (app.isEmpty() || app.length() > LONGEST_APP) {
            throw PortalException.invalidArgument("app is empty or over 255 characters");
        }
        if (!kind.isEmpty()) {
            var _ = AppKind.of(kind);
        }
        return new Which(Optional.of(permission), Optional.of(kind), Optional.of(app));
    }

    private static LedgerEvent.Kind event(WantedGrant wanted, Optional<HeldGrant> before) {
        boolean wasAllowed = before.filter(HeldGrant::isAllowed).isPresent();
        return wasAllowed && wanted.wish() == WantedGrant.Wish.DENY
                ? LedgerEvent.Kind.REVOKED
                : LedgerEvent.Kind.SET;
    }

    /// Refuses what is not refused yet; with class and app also what was never decided.
    ///
    /// @return empty if there is nothing to do
    Optional<Write> revoke(Which which, Basis basis) {
        var found = held.find(which);
        var allowed = found.stream().filter(grant -> !grant.isRefused()).toList();
        if (found.isEmpty() && which.permission().isPresent() && which.app().isPresent()) {
            return Optional.of(refusal(which, basis));
        }
        var parts = allowed.stream().map(writes::refuse).toList();
        return several(which, allowed, parts, LedgerEvent.Kind.REVOKED, "refused", basis);
    }

    private Write refusal(Which which, Basis basis) {
        var permission = which.permission().orElseThrow();
        var app = which.app().orElseThrow();
        var kind = which.kind().orElse("");
        var _ = checked(permission, kind, app);
        var part = writes.decide(permission, kind, app, WantedGrant.NO, Optional.empty());
        var text = texts.decided(permission, app, WantedGrant.NO);
        return change(which, List.of(part.orElseThrow()), LedgerEvent.Kind.REVOKED, text, basis);
    }

    /// Removes what is stored.
    ///
    /// @return empty if there is nothing to do
    Optional<Write> forget(Which which, Basis basis) {
        var found = held.find(which);
        var parts = found.stream().map(writes::forget).toList();
        return several(which, found, parts, LedgerEvent.Kind.FORGOTTEN, "forgotten", basis);
    }

    private Optional<Write> several(
            Which which,
            List<HeldGrant> grants,
            List<EntryWrite> parts,
            LedgerEvent.Kind event,
            String what,
            Basis basis) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var meant = grants.size() == 1 ? grants.getFirst().which() : which;
        return Optional.of(change(meant, parts, event, texts.several(which, grants, what), basis));
    }

    private static Write change(
            Which which, List<EntryWrite> parts, LedgerEvent.Kind event, String text, Basis basis) {
        return new Write.Change(parts, which.event(event, text), basis.basedOn(), basis.settles());
    }

    /// What a change rests on.
    ///
    /// @param basedOn the newest ledger record that its author has seen; 0 for whatever there is
    /// @param settles the number of the question that it answers; 0 for none
    record Basis(long basedOn, long settles) {}
}
