/// What the file chooser reads, on a real disk.
@NullMarked
package org.gatehouse.prompt.files.disk;

import org.jspecify.annotations.NullMarked;
