/// Transcriptions of what a client of GeoClue uses: one type each, the wire's spelling, no logic.
///
/// All are on the system bus, bus name `org.freedesktop.GeoClue2`. Source: GeoClue 2.6,
/// `interface/org.freedesktop.GeoClue2.*.xml`; the contract test holds each type against the
/// installed file.
@NullMarked
package org.freedesktop.GeoClue2;

import org.jspecify.annotations.NullMarked;
