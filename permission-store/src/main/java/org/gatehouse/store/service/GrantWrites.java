package org.gatehouse.store.service;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.catalogue.RowForm;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Write.Decide;
import org.gatehouse.store.Write.DeletePermission;
import org.gatehouse.store.Write.EntryWrite;
import org.gatehouse.store.Write.Forget;
import org.gatehouse.store.Write.SetPermission;

/// The writes by which a person's decision takes effect: a grant of one kind of app, or the row
/// that holds for every kind.
///
/// Threads: any.
final class GrantWrites {

    private final InstantSource clock;

    GrantWrites(InstantSource clock) {
        this.clock = clock;
    }

    /// What makes `wanted` hold.
    ///
    /// @param before what holds now
    /// @return empty if nothing is to be done
    /// @throws PortalException `InvalidArgument` for terms that a row cannot have
    Optional<EntryWrite> decide(
            PermissionClass permission,
            String kind,
            String app,
            WantedGrant wanted,
            Optional<HeldGrant> before) {
        var form = permission.row().form();
        if (wanted.wish() == WantedGrant.Wish.ASK && !form.knowsAsk()) {
            return before.map(this::forget);
        }
        var words = words(form, permission, wanted);
        if (!kind.isEmpty()) {
            var grant = grant(words, wanted.lifespan(), before);
            return Optional.of(new Decide(key(permission, kind, app), grant));
        }
        if (!(wanted.lifespan() instanceof Lifespan.Always)) {
            throw PortalException.invalidArgument(
                    "lifespan is always where no kind of app is named");
        }
        return Optional.of(new SetPermission(HeldGrants.place(permission), true, app, words));
    }

    private List<String> words(RowForm form, PermissionClass permission, WantedGrant wanted) {
        return wanted.wish() == WantedGrant.Wish.ASK
                ? form.writeAsk()
                : form.write(permission, wanted.rank(), now());
    }

    /// What the app said and did is kept: it is the same app, and the person decides anew.
    private Grant grant(List<String> words, Lifespan lifespan, Optional<HeldGrant> before) {
        var old = before.flatMap(held -> held.stored().grant());
        return new Grant(
                words,
                lifespan,
                Decider.PERSON,
                old.map(Grant::reason).orElse(""),
                old.map(Grant::accuracy).orElse(""),
                false,
                now().getEpochSecond(),
                old.map(Grant::lastUse).orElse(0L),
                old.map(Grant::uses).orElse(0L));
    }

    /// Turns what holds into a refusal.
    EntryWrite refuse(HeldGrant held) {
        var before = Optional.of(held);
        return decide(held.permission(), held.kind(), held.app(), WantedGrant.NO, before)
                .orElseThrow();
    }

    /// Removes what holds.
    EntryWrite forget(HeldGrant held) {
        var place = HeldGrants.place(held.permission());
        return held.kind().isEmpty()
                ? new DeletePermission(place, held.app())
                : new Forget(key(held.permission(), held.kind(), held.app()));
    }

    private static GrantKey key(PermissionClass permission, String kind, String app) {
        return new GrantKey(HeldGrants.place(permission), AppKind.of(kind), app);
    }

    private Instant now() {
        return clock.instant();
    }
}
