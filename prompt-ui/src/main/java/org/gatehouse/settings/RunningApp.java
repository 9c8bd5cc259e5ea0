package org.gatehouse.settings;

/// An app that runs at this moment; each of its instances is one.
///
/// @param instance which one, for calls
/// @param name of the app, fit to be shown
/// @param message what the app says that it does, one line fit to be shown, `""` if nothing
/// @param since seconds since the epoch
/// @param atLogin whether it was started by its autostart entry
public record RunningApp(
        AppKey key,
        String instance,
        String name,
        State state,
        String message,
        long since,
        boolean atLogin) {

    /// Where it is seen.
    public enum State {
        /// Nowhere: it has no window.
        BACKGROUND,
        OPEN,
        /// Its window has the focus.
        ACTIVE,
        /// Nobody tells.
        UNKNOWN;

        public static State ofWord(String word) {
            return switch (word) {
                case "background" -> BACKGROUND;
                case "open" -> OPEN;
                case "active" -> ACTIVE;
                default -> UNKNOWN;
            };
        }
    }

    /// Whether it runs without a window, as far as is known.
    public boolean isHidden() {
        return state == State.BACKGROUND;
    }

    /// Whether it is offered to be ended from here: a window is closed where it is, since what is
    /// not saved may be lost, and programs outside of a sandbox are the desktop's.
    public boolean isOfferedToStop() {
        return isHidden() && key.isSandboxed();
    }
}
