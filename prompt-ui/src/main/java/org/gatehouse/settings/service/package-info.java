/// The settings window on the bus: its name, and what it reads and changes through
/// `org.gatehouse.Permissions1`.
///
/// Start at [SettingsRole]; [BusPermissions] is the client. Knows the windows only as something
/// that is opened, raised and closed.
@NullMarked
package org.gatehouse.settings.service;

import org.jspecify.annotations.NullMarked;
