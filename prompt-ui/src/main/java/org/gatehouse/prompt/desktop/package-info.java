/// What is installed: the name and the icon that belong to an app id.
///
/// Start at [InstalledApps#find]. Only files below the data directories are believed; what an app
/// says about itself over the bus never gets here. Knows nothing of windows.
@NullMarked
package org.gatehouse.prompt.desktop;

import org.jspecify.annotations.NullMarked;
