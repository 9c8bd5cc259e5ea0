/// The portal role: what apps call, as one service on the session bus.
///
/// Start at [Portals], the table of contents, and at [PortalRole], which puts it on the bus. One
/// portal is one package below this one; portals do not see each other.
@NullMarked
package org.gatehouse.portal;

import org.jspecify.annotations.NullMarked;
