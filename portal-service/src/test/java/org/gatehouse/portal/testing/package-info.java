/// A session with a portal in it, and apps as real processes, for tests.
///
/// Start at [PortalSession].
@NullMarked
package org.gatehouse.portal.testing;

import org.jspecify.annotations.NullMarked;
