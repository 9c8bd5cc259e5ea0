/// The life of requests and sessions, the same for every portal: handles, limits, one Response, and
/// the end when the caller closes or leaves.
///
/// Start at [Requests#start], which replies first and then runs a portal's flow on a virtual thread
/// of its own, and at [Sessions#create]. Ending anything is an interrupt of its thread. The package
/// does not know what is asked for, nor who decides.
@NullMarked
package org.gatehouse.portal.request;

import org.jspecify.annotations.NullMarked;
