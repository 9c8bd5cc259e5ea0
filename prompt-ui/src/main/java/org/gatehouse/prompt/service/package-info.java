/// The prompt role: Gatehouse's dialogs as a backend for any portal on the bus.
///
/// Start at [PromptRole]; [AccessFace] takes the questions, [OpenQuestions] keeps the ones that are
/// open, [Idleness] ends the process when nothing has been asked for a while. Speaks only the
/// backend interfaces: it does not know which portal asks, what is stored or what is allowed. The
/// wiring is a dozen constructor calls by hand, since a container would cost a sixth of the time in
/// which the first dialog has to be on the screen.
@NullMarked
package org.gatehouse.prompt.service;

import org.jspecify.annotations.NullMarked;
