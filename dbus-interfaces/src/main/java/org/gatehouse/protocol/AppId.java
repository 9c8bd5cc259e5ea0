package org.gatehouse.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/// The id of an app, such as `org.gnome.Maps` or `snap.spot-it`.
///
/// Shape: at least two elements of `[A-Za-z0-9_]`, separated by dots; only the last may hold `-`,
/// any may begin with a digit. At most 255 characters. The store takes other words as keys too;
/// they never identify an app.
///
/// Source: portal-semantics 3.1; the rule of xdg-desktop-portal's app infos.
///
/// @param value the id as it goes over the bus
public record AppId(String value) {

    private static final int LONGEST = 255;
    private static final Pattern SHAPE = Pattern.compile("(?:[A-Za-z0-9_]++\\.)+[A-Za-z0-9_-]++");

    /// @throws PortalException `InvalidArgument` if `value` is not an app id
    public AppId {
        if (!isValid(value)) {
            throw PortalException.invalidArgument("not an app id");
        }
    }

    /// The app id that `text` spells, if it does.
    public static Optional<AppId> parse(String text) {
        return isValid(text) ? Optional.of(new AppId(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
