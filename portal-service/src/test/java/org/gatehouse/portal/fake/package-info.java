/// What the portal talks to, scripted: a backend, a permission store, a GeoClue. Each is on a bus
/// connection of its own.
@NullMarked
package org.gatehouse.portal.fake;

import org.jspecify.annotations.NullMarked;
