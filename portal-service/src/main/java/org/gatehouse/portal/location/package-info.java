/// The Location portal: lets an app follow the position of the device.
///
/// Start at [LocationPortal], the face; [LocationStart] is what happens to one request, and
/// [LocationSession] is what lasts. Positions come through the port [LocationSource] and are made
/// as coarse as the grant says before they leave. The package does not decide who may know the
/// position: that is `consent`.
@NullMarked
package org.gatehouse.portal.location;

import org.jspecify.annotations.NullMarked;
