/// Transcriptions of the interfaces that apps call: one type each, the wire's spelling, no logic.
///
/// Source: xdg-desktop-portal, `data/org.freedesktop.portal.*.xml`; the contract test holds each
/// type against the installed file.
@NullMarked
package org.freedesktop.portal;

import org.jspecify.annotations.NullMarked;
