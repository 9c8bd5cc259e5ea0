/// D-Bus messages as bytes: reading, writing, and values kept as they came.
///
/// Start at [Message]. Pure: no sockets here.
@NullMarked
package org.gatehouse.bus.wire;

import org.jspecify.annotations.NullMarked;
