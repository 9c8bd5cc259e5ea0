/// The settings window as it looks.
///
/// Start at [SettingsWindow]. Each page is a [PageView], which is given the whole
/// [org.gatehouse.settings.Model] whenever something changes and shows its part of it; what the
/// person does goes to the [org.gatehouse.settings.SettingsSession]. Long lists keep only the rows
/// that are seen; icons are read beside, by [AppIcons]. Nothing here waits, and nothing here knows
/// D-Bus.
///
/// Threads: everything but [FxSettings] belongs to the JavaFX application thread.
@NullMarked
package org.gatehouse.settings.fx;

import org.jspecify.annotations.NullMarked;
