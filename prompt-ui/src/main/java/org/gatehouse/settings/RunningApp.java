package org.gatehouse.settings;

/// A confined app that runs at this moment; each of its instances is one.
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
        ACTIVE;

        /// An unknown word counts as a window: what is not known to be hidden is not offered to be
        /// stopped.
        public static State ofWord(String word) {
            return switch (word) {
                case "background" -> BACKGROUND;
                case "active" -> ACTIVE;
                default -> OPEN;
            };
        }
    }

    /// Whether it runs without a window.
    public boolean isHidden() {
        return state == State.BACKGROUND;
    }
}
