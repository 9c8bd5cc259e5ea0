/// What the file chooser reads: folders, places, recent files, types, pictures, what it remembers.
///
/// Start at [FolderReader]. Everything here may block on a slow disk and is called on threads of
/// its own, never on the toolkit's. What apps may have written (bookmarks, recent files,
/// thumbnails) is read with limits and believed in nothing but what it shows.
@NullMarked
package org.gatehouse.prompt.files.disk;

import org.jspecify.annotations.NullMarked;
