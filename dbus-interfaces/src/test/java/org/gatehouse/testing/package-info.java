/// A person's session in a temporary folder, for tests: its own bus, its own home, nothing of the
/// machine's.
///
/// Start at [PrivateBus].
@NullMarked
package org.gatehouse.testing;

import org.jspecify.annotations.NullMarked;
