/// How the command line writes and reads: plain text, tables, times, colours.
///
/// Start at [Table]. Pure: nothing here knows the bus, the environment or a terminal; what depends
/// on them (width, colours, the clock) is handed in.
@NullMarked
package org.gatehouse.ctl.text;

import org.jspecify.annotations.NullMarked;
