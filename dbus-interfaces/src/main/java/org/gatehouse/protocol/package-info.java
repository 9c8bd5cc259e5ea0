/// The nouns of the portal protocol, each valid by construction.
///
/// What comes over the bus is parsed into these once, at the edge; a parse that fails is a
/// [PortalException] with the kind that the protocol asks for. Start at [AppIdentity]. The package
/// is pure: no bus, no store, no window.
@NullMarked
package org.gatehouse.protocol;

import org.jspecify.annotations.NullMarked;
