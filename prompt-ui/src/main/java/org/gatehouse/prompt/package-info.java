/// What is asked of the person, what they may answer, and when an answer counts.
///
/// Start at [PromptQueue]: it takes a [Prompt], hands it to a [PromptScreen] when its turn has
/// come, and passes the [Answer] on. [Sanitiser] makes foreign text fit to be shown, [Arming] and
/// [Presses] keep a click or a key that was meant for something else from answering, [Placement]
/// keeps two windows from lying under one another's buttons. Everything here is pure: no D-Bus, no
/// JavaFX, no clock of its own.
@NullMarked
package org.gatehouse.prompt;

import org.jspecify.annotations.NullMarked;
