/// Who uses what now: pausing with the app's windows, the report to our store, the notice to the
/// person.
///
/// Start at [Uses], which every portal tells when a use begins and ends; whoever is told of it in
/// turn is a [UseListener]. The package does not know what is used: a portal gives it a [Use].
@NullMarked
package org.gatehouse.portal.use;

import org.jspecify.annotations.NullMarked;
