package org.gatehouse.store.service;

import java.util.List;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.store.Lifespan;

/// One line for people about a change: what the ledger says of it, and what undoing it is called.
///
/// Threads: any; reads desktop files.
final class GrantTexts {

    private final AppNames names;

    GrantTexts(AppNames names) {
        this.names = names;
    }

    String decided(PermissionClass permission, String app, WantedGrant wanted) {
        var what =
                switch (wanted.wish()) {
                    case ALLOW ->
                            "allowed" + level(permission, wanted.rank()) + how(wanted.lifespan());
                    case DENY -> "refused" + how(wanted.lifespan());
                    case ASK -> "ask";
                };
        return "%s, %s: %s".formatted(names.name(app), permission.wording().name(), what);
    }

    private static String level(PermissionClass permission, int rank) {
        return permission.hasLevels() ? ", " + permission.level(rank).label() : "";
    }

    private static String how(Lifespan lifespan) {
        return switch (lifespan) {
            case Lifespan.Session _ -> ", until logout";
            case Lifespan.Until _ -> ", for a while";
            case Lifespan.WhileInUse _ -> ", while in use";
            case Lifespan.Always _ -> "";
        };
    }

    /// @param what happened to all of them, such as `refused`
    String several(Which which, List<HeldGrant> grants, String what) {
        if (grants.size() == 1) {
            var only = grants.getFirst();
            return "%s, %s: %s"
                    .formatted(names.name(only.app()), only.permission().wording().name(), what);
        }
        return which.app()
                .map(app -> "%s: %d permissions %s".formatted(names.name(app), grants.size(), what))
                .orElseGet(() -> {
                    var name = grants.getFirst().permission().wording().name();
                    return "%s: %s for %d apps".formatted(name, what, grants.size());
                });
    }
}
