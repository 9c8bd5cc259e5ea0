/// Transcriptions of the interfaces between the portal and its backends, and of the permission
/// store: one type each, the wire's spelling, no logic.
///
/// Source: xdg-desktop-portal, `data/org.freedesktop.impl.portal.*.xml`; the contract test holds
/// each type against the installed file.
@NullMarked
package org.freedesktop.impl.portal;

import org.jspecify.annotations.NullMarked;
