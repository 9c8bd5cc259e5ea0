package org.gatehouse.store.service;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerFilter;

/// Which grants a call of `Permissions1` is about. What is absent means all.
///
/// @param kind the word of an [AppKind], or `""` for rows that name no kind
record Which(Optional<PermissionClass> permission, Optional<String> kind, Optional<String> app) {

    private static final String CLASS = "class";
    private static final String KIND = "kind";
    private static final String APP = "app";

    /// Reads the keys `class`, `kind` and `app` `s`.
    ///
    /// @throws PortalException `NotFound` for an unknown class; `InvalidArgument` for an unknown
    ///   kind or a value of the wrong type
    static Which of(Map<String, Variant<?>> values, Catalogue catalogue) {
        var given = new Details(values);
        var kind = given.text(KIND);
        kind.filter(word -> !word.isEmpty()).ifPresent(AppKind::of);
        return new Which(given.text(CLASS).map(id -> known(id, catalogue)), kind, given.text(APP));
    }

    /// The class of this id.
    ///
    /// @throws PortalException `NotFound` if there is none
    static PermissionClass known(String id, Catalogue catalogue) {
        return catalogue
                .find(id)
                .orElseThrow(() -> PortalException.notFound("no class of permission " + id));
    }

    /// For something that changes grants, which never means all of them.
    ///
    /// @throws PortalException `InvalidArgument` if neither class nor app is there
    Which forChange() {
        if (permission.isEmpty() && app.isEmpty()) {
            throw PortalException.invalidArgument("class or app must say what is to be changed");
        }
        return this;
    }

    /// A ledger record about it.
    LedgerEvent event(LedgerEvent.Kind event, String text) {
        var row = permission.map(PermissionClass::row);
        return new LedgerEvent(
                event,
                row.map(PermissionClass.Row::table).orElse(""),
                row.map(PermissionClass.Row::id).orElse(""),
                kind.orElse(""),
                app.orElse(""),
                text);
    }

    /// The ledger records about it.
    ///
    /// @param kinds none for every one
    /// @param since seconds since the epoch, 0 for all; `until` likewise
    LedgerFilter ledger(Set<LedgerEvent.Kind> kinds, long since, long until) {
        return new LedgerFilter(permission.map(HeldGrants::place), kind, app, kinds, since, until);
    }

    boolean isOfKind(String word) {
        return kind.isEmpty() || kind.get().equals(word);
    }
}
