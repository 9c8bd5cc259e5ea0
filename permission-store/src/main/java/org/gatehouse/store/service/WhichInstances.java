package org.gatehouse.store.service;

import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;

/// Which running instances a call of `Permissions1` is about. What is absent means all.
///
/// @param kind the word of an [AppKind]
/// @param instance the portal's id of one
record WhichInstances(Optional<String> kind, Optional<String> app, Optional<String> instance) {

    /// Reads the keys `kind`, `app` and `instance` `s`.
    ///
    /// @throws PortalException `InvalidArgument` for an unknown kind or a value of the wrong type
    static WhichInstances of(Map<String, Variant<?>> values) {
        var given = new Details(values);
        var kind = given.text(InstanceDetails.KIND).map(word -> AppKind.of(word).word());
        return new WhichInstances(
                kind, given.text(InstanceDetails.APP), given.text(InstanceDetails.INSTANCE));
    }

    /// For what ends them, which never means all.
    ///
    /// @throws PortalException `InvalidArgument` if neither app nor instance is there
    WhichInstances forStop() {
        if (app.isEmpty() && instance.isEmpty()) {
            throw PortalException.invalidArgument("app or instance must say what is to be stopped");
        }
        return this;
    }

    boolean includes(Instances.Instance running) {
        return kind.filter(word -> !word.equals(running.kind())).isEmpty()
                && app.filter(id -> !id.equals(running.app())).isEmpty()
                && instance.filter(id -> !id.equals(running.id())).isEmpty();
    }

    /// The keys that are there.
    Map<String, Variant<?>> keys() {
        var keys = new Dictionary();
        kind.ifPresent(word -> keys.text(InstanceDetails.KIND, word));
        app.ifPresent(id -> keys.text(InstanceDetails.APP, id));
        instance.ifPresent(id -> keys.text(InstanceDetails.INSTANCE, id));
        return keys.values();
    }
}
