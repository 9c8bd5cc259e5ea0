package org.gatehouse.settings;

import java.util.Optional;

/// What the window can show.
public sealed interface Page {

    /// All apps.
    record Apps() implements Page {}

    /// One app.
    ///
    /// @param opened id of the class whose details are open, `""` for none
    record App(AppKey key, String opened) implements Page {}

    /// All classes of permission.
    record Permissions() implements Page {}

    /// One class.
    record Permission(String id) implements Page {}

    /// What is used, and what runs unseen, at this moment.
    record Now() implements Page {}

    /// Questions that wait.
    record Waiting() implements Page {}

    /// What happened.
    record Past(Filter filter) implements Page {}

    /// What part of the history belongs on the page.
    default Optional<Filter> past() {
        return switch (this) {
            case App(var key, _) -> Optional.of(Filter.of(key));
            case Permission(var id) -> Optional.of(Filter.of(id));
            case Past(var filter) -> Optional.of(filter);
            case Apps(), Permissions(), Now(), Waiting() -> Optional.empty();
        };
    }
}
