package org.gatehouse.prompt.running;

/// How much of an app the person sees. Later ones are more.
public enum AppState {
    /// No open window.
    BACKGROUND(0),
    /// An open window, also one that is iconified or on another desktop.
    RUNNING(1),
    /// The window that has the person's attention.
    ACTIVE(2);

    private final int wire;

    AppState(int wire) {
        this.wire = wire;
    }

    /// The number that `GetAppState` has for it.
    public int wire() {
        return wire;
    }

    static AppState more(AppState one, AppState other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
