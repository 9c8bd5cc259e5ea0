/// The windows: a question as it looks, and what the person does with it.
///
/// Start at [FxScreen], which keeps the toolkit warm and places the windows; [PromptWindow] is one
/// of them, [PromptView] what is in it, [ArmingGate] decides whether a press counts. The words come
/// sanitised in a [org.gatehouse.prompt.Prompt], the name and the icon from
/// [org.gatehouse.prompt.desktop.InstalledApps]. Knows nothing of D-Bus.
///
/// Threads: everything but [FxScreen] belongs to the JavaFX application thread.
@NullMarked
package org.gatehouse.prompt.fx;

import org.jspecify.annotations.NullMarked;
