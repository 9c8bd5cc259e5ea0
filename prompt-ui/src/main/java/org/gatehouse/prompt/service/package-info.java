/// The prompt role: Gatehouse's dialogs and notices as a backend for any portal on the bus.
///
/// Start at [PromptRole]; [AccessFace] and [BackgroundFace] take the questions, [OpenQuestions]
/// keeps the ones that are open, [AppWatch] knows which apps have windows, [Idleness] ends the
/// process when nothing has been asked for a while. Speaks only the backend interfaces: it does not
/// know which portal asks, what is stored or what is allowed. The wiring is a dozen constructor
/// calls by hand, since a container would cost a sixth of the time in which the first dialog has to
/// be on the screen.
///
/// **How long the process stays.** Two things want opposite lifetimes. Dialogs are rare, and the
/// toolkit that shows them is large: a minute after the last one the process leaves, and the bus
/// starts it again for the next. `RunningApplicationsChanged` needs somebody who is there when a
/// window closes, which may be hours later. So:
///
/// - The toolkit starts with the first window ([LateScreen]). A process that was only asked
///   `GetAppState`, or that shows its notices through the desktop's notification service, never
///   loads it.
/// - Nothing is watched before the portal has asked `GetAppState` once, and then only as long as
///   the portal is on the bus and a sandboxed app runs (an instance of Flatpak, or a window of one
///   in any sandbox). While this holds, a process without the toolkit stays, asleep in the X
///   server's socket. Every minute it looks once whether it is still needed. When the last such app
///   has ended, it leaves like any other; the portal sees by itself when an instance starts, asks
///   again, and the bus starts the process again.
/// - A process with the toolkit that has not shown anything for a minute leaves also then. It says
///   `RunningApplicationsChanged` right before it gives its name up: the portal asks again, and the
///   bus starts a process without the toolkit for it. A call that overtakes this is answered, and
///   the process comes back and tries again a minute later.
@NullMarked
package org.gatehouse.prompt.service;

import org.jspecify.annotations.NullMarked;
