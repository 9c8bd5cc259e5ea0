package org.gatehouse.store.service;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.catalogue.RowMeaning;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Grant;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.StoredGrant;

/// What is stored for one app and one class.
///
/// @param permission the class whose place in the store it is kept at
/// @param retired whether the class is allowed for everybody, whatever is stored
record HeldGrant(PermissionClass permission, StoredGrant stored, boolean retired) {

    /// What it comes to.
    enum Verdict {
        ALLOW,
        DENY,
        ASK,
        /// Words that nobody understands.
        UNCLEAR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The word of the app's kind, `""` for a row that names none.
    String kind() {
        return stored.kind().map(AppKind::word).orElse("");
    }

    String app() {
        return stored.app();
    }

    /// This one and no other.
    Which which() {
        return new Which(Optional.of(permission), Optional.of(kind()), Optional.of(app()));
    }

    Usage.Use use() {
        return new Usage.Use(permission.id(), kind(), app());
    }

    Verdict verdict() {
        if (retired) {
            return Verdict.ALLOW;
        }
        return switch (meaning()) {
            case RowMeaning.Allowed _ -> Verdict.ALLOW;
            case RowMeaning.Refused _ -> Verdict.DENY;
            case RowMeaning.AskEachTime _ -> Verdict.ASK;
            case RowMeaning.Garbled _, RowMeaning.Unset _ -> Verdict.UNCLEAR;
        };
    }

    /// Whether what is stored allows anything.
    boolean isAllowed() {
        return meaning() instanceof RowMeaning.Allowed;
    }

    /// Whether what is stored says no.
    boolean isRefused() {
        return meaning() instanceof RowMeaning.Refused;
    }

    private RowMeaning meaning() {
        return permission.row().form().read(permission, stored.words());
    }

    /// The id of the level granted, `""` where there is none.
    private String level() {
        return meaning() instanceof RowMeaning.Allowed(var rank) && permission.hasLevels()
                ? permission.level(rank).choice()
                : "";
    }

    long lastUse() {
        return stored.grant().map(Grant::lastUse).orElse(0L);
    }

    /// The keys of `ListGrants`.
    ///
    /// @param name the app's, for people
    Map<String, Variant<?>> details(String name, boolean inUse) {
        var details =
                new Dictionary()
                        .text("class", permission.id())
                        .text("kind", kind())
                        .text("app", app())
                        .text("name", name)
                        .text("verdict", verdict().word())
                        .text("level", level());
        stored.grant().ifPresentOrElse(grant -> terms(grant, details), () -> termsOfARow(details));
        return details.flag("in-use", inUse).texts("words", stored.words()).values();
    }

    private static void terms(Grant grant, Dictionary details) {
        details.text("lifespan", grant.lifespan().word());
        if (grant.lifespan() instanceof Lifespan.Until(var time)) {
            details.number("until", time);
        }
        details.text("decided-by", grant.decider().word())
                .text("reason", grant.reason())
                .text("accuracy", grant.accuracy())
                .number("decided", grant.decided())
                .number("last-use", grant.lastUse())
                .number("uses", grant.uses())
                .flag("implied", grant.implied());
    }

    /// A row says nothing of its terms: some tool wrote it, until it is changed.
    private static void termsOfARow(Dictionary details) {
        details.text("lifespan", "always")
                .text("decided-by", "tool")
                .text("reason", "")
                .text("accuracy", "")
                .number("decided", 0)
                .number("last-use", 0)
                .number("uses", 0)
                .flag("implied", false);
    }
}
