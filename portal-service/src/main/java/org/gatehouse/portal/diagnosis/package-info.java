/// What our store asks the portal in the name of settings apps: what would be decided, and how the
/// portal is.
///
/// Start at [ConsentFace]. Explanations come from the very rule that decides, `ConsentPolicy`;
/// portals add what only they know as a [SelfTest].
@NullMarked
package org.gatehouse.portal.diagnosis;

import org.jspecify.annotations.NullMarked;
