/// `gatehousectl`: what a person and a script say to Gatehouse on the command line.
///
/// Start at [Gatehousectl]; each command is one class that turns arguments into calls of
/// `org.gatehouse.Permissions1` and answers into a table or JSON. The running service is reached in
/// no other way, and nothing is known of how it works. What is printed goes through [Screen], which
/// makes it harmless; what goes wrong is a [Failure], which has the exit status.
@NullMarked
package org.gatehouse.ctl;

import org.jspecify.annotations.NullMarked;
