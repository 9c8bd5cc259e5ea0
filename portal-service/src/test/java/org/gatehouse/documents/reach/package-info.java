/// What a sandbox shows by itself, compared with what Flatpak says.
@NullMarked
package org.gatehouse.documents.reach;

import org.jspecify.annotations.NullMarked;
