package org.gatehouse.policy;

import java.util.List;
import java.util.Optional;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.jspecify.annotations.Nullable;

/// One `[[rule]]` of a file: for whom it is, and what it lays down.
///
/// @param locked the user's layer can only narrow what it says
/// @param place where it is written, for people
record Rule(Selector selector, Terms terms, boolean locked, String place) {

    /// For whom.
    ///
    /// @param permission id of a class, or `*`
    /// @param kind of the app; empty for every one
    record Selector(String permission, AppGlob app, Optional<String> kind) {

        static final String ANY = "*";

        boolean matches(PermissionClass asked, String itsKind, String itsApp) {
            return (permission.equals(ANY) || permission.equals(asked.id()))
                    && kind.map(itsKind::equals).orElse(true)
                    && app.matches(itsApp);
        }

        /// Whether the rule makes no difference between apps.
        boolean isForEveryApp() {
            return app.pattern().equals(ANY) && kind.isEmpty();
        }
    }

    /// What it lays down; null is what it does not name.
    ///
    /// @param accuracy id of the highest level
    record Terms(
            @Nullable PolicyVerdict verdict,
            @Nullable PromptTime prompt,
            @Nullable String accuracy,
            @Nullable List<Lifespan> lifespans,
            @Nullable Boolean reasonRequired,
            @Nullable RuntimeBranch impliedBefore,
            @Nullable Boolean retired) {}
}
