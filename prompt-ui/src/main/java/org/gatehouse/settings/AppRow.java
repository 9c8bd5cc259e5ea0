package org.gatehouse.settings;

/// An app that holds, asked for or was refused something.
///
/// @param name as installed, else the id; fit to be shown
/// @param icon a name or an absolute path, `""` if none
/// @param version `""` if unknown
/// @param lastUse seconds since the epoch, 0 for never
public record AppRow(
        AppKey key,
        String name,
        String icon,
        String version,
        boolean installed,
        boolean inUse,
        long lastUse) {

    /// An app of which nothing is known but what it was given.
    static AppRow unknown(AppKey key, String name) {
        return new AppRow(key, name, "", "", false, false, 0);
    }
}
