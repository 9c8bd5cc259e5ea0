/// What is installed and what callers call themselves: desktop files, host registration.
///
/// Start at [DesktopFiles] for the name, icon and stated reason that a question shows, and at
/// [RegistryPortal] for the label a host program gives its connection. The package never decides
/// who a caller is, and never whether it may do something.
@NullMarked
package org.gatehouse.portal.app;

import org.jspecify.annotations.NullMarked;
