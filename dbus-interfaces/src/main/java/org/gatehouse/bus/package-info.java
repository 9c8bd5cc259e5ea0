/// The bus layer: serving, calling and signalling on a message bus, strict enough for a portal.
///
/// Start at [BusConnection]. What a role serves is an [ExportedInterface] at a path; what a handler
/// may ask about the call it answers is its [Invocation].
///
/// dbus-java reads the bus's addresses and gives the value types and annotations of the transcribed
/// interfaces. Its messages and its dispatcher are not used: it finds methods by name alone, a
/// single message with a bad descriptor index ends its reader, its signals are broadcast, and a
/// value read and written again need not be the same bytes (a dictionary with a repeated key, for
/// one), which a permission store may not do to other people's data. Reading and writing messages
/// is therefore in [org.gatehouse.bus.wire], and every message stands for itself: whatever is wrong
/// with one ends that message only.
///
/// The package must not know what is served: no interface of a portal, no store, no consent.
@NullMarked
package org.gatehouse.bus;

import org.jspecify.annotations.NullMarked;
