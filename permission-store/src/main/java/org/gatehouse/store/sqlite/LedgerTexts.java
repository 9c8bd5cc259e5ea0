package org.gatehouse.store.sqlite;

import java.util.List;
import java.util.Optional;
import org.gatehouse.store.Entry;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerEvent.Kind;
import org.gatehouse.store.Write;
import org.gatehouse.store.WriteRule;

/// What the ledger says of a write. Pure.
final class LedgerTexts {

    private static final int MAX_LENGTH = 256;

    private LedgerTexts() {}

    static LedgerEvent event(
            Write.EntryWrite write, Optional<Entry> before, Optional<Entry> after) {
        var kind =
                before.isPresent() && WriteRule.isRevocation(before.get(), after)
                        ? Kind.REVOKED
                        : Kind.CHANGED;
        var key = write.key();
        return switch (write) {
            case Write.Remember(var grantKey, var grant, var decided) ->
                    about(decided, grantKey, shown(grant.permissions()) + said(grant));
            case Write.Decide(var grantKey, var grant) ->
                    about(
                            kind == Kind.REVOKED ? Kind.REVOKED : Kind.SET,
                            grantKey,
                            shown(grant.permissions()));
            case Write.Forget(var grantKey) -> about(Kind.FORGOTTEN, grantKey, "");
            case Write.Expire(var grantKey) -> about(Kind.EXPIRED, grantKey, "");
            case Write.Lapse(var grantKey, var days) ->
                    about(
                            Kind.LAPSED,
                            grantKey,
                            "unused for " + days + (days == 1 ? " day" : " days"));
            case Write.Set set ->
                    LedgerEvent.about(kind, key, "", "Set: " + apps(set.permissions().size()));
            case Write.Delete _ -> LedgerEvent.about(kind, key, "", "Delete");
            case Write.SetValue _ -> LedgerEvent.about(kind, key, "", "SetValue");
            case Write.SetPermission set ->
                    LedgerEvent.about(kind, key, set.app(), "SetPermission: " + shown(set.words()));
            case Write.DeletePermission delete ->
                    LedgerEvent.about(kind, key, delete.app(), "DeletePermission");
        };
    }

    private static LedgerEvent about(Kind kind, GrantKey grant, String text) {
        var entry = grant.entry();
        return new LedgerEvent(
                kind, entry.table().value(), entry.id(), grant.kind().word(), grant.app(), text);
    }

    private static String apps(int count) {
        return count == 1 ? "1 app" : count + " apps";
    }

    /// What the app gave as its reason, on the same line: a justification is kept with the
    /// decision.
    private static String said(Grant grant) {
        return grant.reason().isEmpty()
                ? ""
                : ", the app said: " + shown(List.of(grant.reason().replaceAll("\\s+", " ")));
    }

    private static String shown(List<String> words) {
        var text = String.join(" ", words);
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
