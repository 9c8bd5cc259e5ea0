/// Transcription of the message bus itself, in [DBus], and of notices to the person.
@NullMarked
package org.freedesktop;

import org.jspecify.annotations.NullMarked;
