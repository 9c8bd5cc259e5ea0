package org.gatehouse.portal.app;

import org.jspecify.annotations.Nullable;

/// What the installed desktop file says about an app. Words of its packager, not verified facts.
///
/// @param id the app id, that is the file's name without `.desktop`
/// @param name `Name` in the person's language
/// @param icon `Icon`: a themed name or an absolute path
/// @param geoclueReason `X-Geoclue-Reason`: why the app wants to know the position
public record InstalledApp(
        String id, @Nullable String name, @Nullable String icon, @Nullable String geoclueReason) {}
