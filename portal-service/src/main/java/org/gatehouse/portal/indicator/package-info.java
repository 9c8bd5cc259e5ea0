/// Notices to the person: an app uses something, questions wait.
///
/// Start at [UseIndicator] and [WaitingQuestions]; both speak through [Notices]. Without a
/// notification daemon nothing happens. The package decides nothing about any permission.
@NullMarked
package org.gatehouse.portal.indicator;

import org.jspecify.annotations.NullMarked;
