package org.gatehouse.store.service;

import java.util.Map;
import java.util.Set;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;

/// The dictionaries of `ListInstances` and `ReportInstances`.
final class InstanceDetails {

    static final String KIND = "kind";
    static final String APP = "app";
    static final String INSTANCE = "instance";

    private static final Set<String> STATES = Set.of("background", "open", "active", "unknown");
    private static final int LONGEST_MESSAGE = 256;

    private InstanceDetails() {}

    /// What the portal reported of one.
    ///
    /// @throws PortalException `InvalidArgument` for words that are none or a wrong type
    static Instances.Instance read(Map<String, Variant<?>> values) {
        var given = new Details(values);
        var message = given.text("message", "");
        return new Instances.Instance(
                AppKind.of(given.text(KIND, "")).word(),
                given.text(APP, ""),
                given.text(INSTANCE, ""),
                state(given.text("state", "")),
                message.substring(0, Math.min(LONGEST_MESSAGE, message.length())),
                given.number("since"),
                given.flag("at-login"));
    }

    private static String state(String word) {
        if (!STATES.contains(word)) {
            throw PortalException.invalidArgument("state is background, open, active or unknown");
        }
        return word;
    }

    /// What settings apps see of one.
    static Map<String, Variant<?>> of(Instances.Instance instance, AppNames names) {
        return new Dictionary()
                .text(KIND, instance.kind())
                .text(APP, instance.app())
                .text("name", names.name(instance.app()))
                .text(INSTANCE, instance.id())
                .text("state", instance.state())
                .text("message", instance.message())
                .number("since", instance.since())
                .flag("at-login", instance.atLogin())
                .values();
    }
}
