package org.gatehouse.settings;

import org.gatehouse.prompt.Sanitiser;

/// Which app: the same id of another kind is another app.
///
/// @param kind what confines it, such as `flatpak`; `""` for rows that hold for every kind
/// @param app its id as the service has it: for calls, not to be shown
public record AppKey(String kind, String app) {

    /// The id as it can be shown.
    public String shownId() {
        return Sanitiser.line(app, "no id");
    }

    /// Whether something confines it.
    boolean isSandboxed() {
        return !kind.equals("host");
    }

    /// What the kind is called.
    public String kindLabel() {
        return switch (kind) {
            case "" -> "Any kind";
            case "flatpak" -> "Flatpak";
            case "snap" -> "Snap";
            case "linyaps" -> "Linyaps";
            case "click" -> "Click";
            case "host" -> "Not sandboxed";
            default -> Sanitiser.line(kind, "Other");
        };
    }
}
