/// What installed apps say of themselves: names, icons, versions. Words of their packagers, never
/// facts about a caller.
///
/// Start at [DesktopEntries]. [KeyFile] is the forgiving reader of desktop files and their like;
/// what sandboxes are identified by is read by a strict one of its own.
@NullMarked
package org.gatehouse.desktop;

import org.jspecify.annotations.NullMarked;
