/// The settings window without its looks: what is shown, and what follows from what the person
/// does.
///
/// Start at [SettingsSession]; [Changes] makes what is wanted and [Readings] keeps what is seen
/// true. [Model] is what is shown at a moment and [Snapshot] what holds. What keeps the permissions
/// is reached through [Permissions]. Pure: knows nothing of D-Bus and nothing of windows.
@NullMarked
package org.gatehouse.settings;

import org.jspecify.annotations.NullMarked;
