package org.gatehouse.settings.fx;

import org.gatehouse.settings.Model.Status;
import org.gatehouse.settings.SettingsSession;

/// What is shown while there is nothing to show.
final class ServiceState {

    private static final String WAIT =
            "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm-1 2v5.6l4.2"
                    + " 2.5 1-1.6-3.4-2V7z";
    private static final String WARNING = "M12 2L1 21h22zm-1 7h2v6h-2zm0 8h2v2h-2z";

    private final StatePane loading = new StatePane(WAIT).with("One moment…", "");
    private final StatePane gone;
    private final StatePane refused;

    ServiceState(SettingsSession session) {
        gone =
                new StatePane(WARNING)
                        .with(
                                "Gatehouse is not running",
                                "Without it no app gets a permission, and nothing can be changed."
                                        + " This window goes on by itself as soon as it is back.")
                        .action("Try again", session::retry);
        refused =
                new StatePane(WARNING)
                        .with(
                                "This program may not change permissions",
                                "Gatehouse lets only programs in that do not run in a sandbox.")
                        .action("Try again", session::retry);
    }

    StatePane of(Status status) {
        return switch (status) {
            case GONE -> gone;
            case REFUSED -> refused;
            case LOADING, READY -> loading;
        };
    }
}
