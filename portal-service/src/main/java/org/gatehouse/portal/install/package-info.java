/// Questions at the installation of an app, where the policy wants them then.
///
/// Start at [InstallQuestions]. An app counts as installed when its desktop file appears; only
/// those that Flatpak exported are known for what they are.
@NullMarked
package org.gatehouse.portal.install;

import org.jspecify.annotations.NullMarked;
