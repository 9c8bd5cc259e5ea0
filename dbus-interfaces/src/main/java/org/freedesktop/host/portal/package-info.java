/// Transcriptions of the interfaces for unsandboxed apps only: one type each, no logic.
///
/// Source: xdg-desktop-portal 1.19.4, `data/org.freedesktop.host.portal.*.xml`.
@NullMarked
package org.freedesktop.host.portal;

import org.jspecify.annotations.NullMarked;
