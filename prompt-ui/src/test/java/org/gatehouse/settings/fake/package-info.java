/// Permissions without a service, for the pages and the rules that need none.
@NullMarked
package org.gatehouse.settings.fake;

import org.jspecify.annotations.NullMarked;
