package org.gatehouse.settings;

import java.util.Optional;

/// What part of the history is meant.
///
/// @param permission id of a class, `""` for all
/// @param app empty for all
public record Filter(String permission, Optional<AppKey> app) {

    public static final Filter ALL = new Filter("", Optional.empty());

    public static Filter of(AppKey app) {
        return new Filter("", Optional.of(app));
    }

    public static Filter of(String permission) {
        return new Filter(permission, Optional.empty());
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
