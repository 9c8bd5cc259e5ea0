package org.gatehouse.portal.backend;

/// A process that shows dialogs or answers questions for the portal, by the name it owns.
///
/// @param name the short name that configuration files use, such as `gtk`
/// @param busName its well-known bus name
public record Backend(String name, String busName) {

    private static final String OURS = "org.freedesktop.impl.portal.desktop.gatehouse";

    /// Whether it is our own prompt role, whose answers and texts need no special care.
    public boolean isOurs() {
        return busName.equals(OURS);
    }
}
