/// What the build makes from the commands: completions for shells, the manual, and the run that an
/// AOT cache learns from.
///
/// Start at [Documents]. Everything is read from picocli's description of the commands, so that no
/// document can differ from the program.
@NullMarked
package org.gatehouse.ctl.generate;

import org.jspecify.annotations.NullMarked;
