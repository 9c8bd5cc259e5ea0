/// What may be picked and what the app gets, without a window or a disk.
@NullMarked
package org.gatehouse.prompt.files;

import org.jspecify.annotations.NullMarked;
