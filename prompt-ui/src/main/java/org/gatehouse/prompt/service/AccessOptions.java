package org.gatehouse.prompt.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.prompt.Wording;
import org.gatehouse.prompt.Wording.Labels;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.PortalException;

/// The options of an Access dialog. Unknown keys are ignored.
///
/// @param modal key `modal` `b`, true
/// @param icon key `icon` `s`, a symbolic name
/// @param labels keys `deny_label` and `grant_label` `s`
/// @param choices key `choices` `a(ssa(ss)s)`: id, label, options (id, label), initial selection
record AccessOptions(boolean modal, String icon, Labels labels, List<Choice> choices) {

    /// Reads the options.
    ///
    /// @throws PortalException `InvalidArgument` if a known key has another type
    static AccessOptions of(Map<String, Variant<?>> options) {
        var wire = new WireOptions(options);
        var labels = new Labels(wire.text("deny_label"), wire.text("grant_label"));
        return new AccessOptions(
                wire.flag("modal", true), wire.text("icon"), labels, wire.choices());
    }

    /// The question that they belong to.
    Prompt prompt(String appId, String parentWindow, String title, String subtitle, String body) {
        return new Prompt(
                appId,
                new Wording(title, subtitle, body, icon, labels),
                choices,
                ParentWindow.parse(parentWindow),
                modal ? Manner.MODAL : Manner.MODELESS);
    }
}
