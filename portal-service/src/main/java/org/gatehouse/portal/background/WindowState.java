package org.gatehouse.portal.background;

import java.util.Locale;

/// How much of an app the person sees, as a backend tells it.
enum WindowState {
    /// No open window.
    BACKGROUND,
    OPEN,
    /// The window that has the person's attention.
    ACTIVE;

    /// @param number as `GetAppState` has it
    static WindowState of(long number) {
        if (number == 0) {
            return BACKGROUND;
        }
        return number == 2 ? ACTIVE : OPEN;
    }

    /// The word of [org.gatehouse.Permissions1#ListInstances].
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
