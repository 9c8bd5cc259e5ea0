/// The file chooser's window.
///
/// Start at [ChooserWindow], which puts the panes together; [Chooser] is what happens in it: which
/// folder, what is picked, what OK does. [FilePane] shows a folder as lines or as tiles, and only
/// those that are seen exist. Folders are read by [Loader] on threads of their own, so that no disk
/// is ever waited for here.
///
/// Whatever covers the window takes the readiness of its buttons away, also a window of our own, so
/// nothing here opens one but the lists of choices: completions, questions and the name of a new
/// folder are laid over the content instead.
///
/// Threads: everything but [FxFileScreen], [Loader] and [Pictures] belongs to the JavaFX
/// application thread.
@NullMarked
package org.gatehouse.prompt.fx.files;

import org.jspecify.annotations.NullMarked;
