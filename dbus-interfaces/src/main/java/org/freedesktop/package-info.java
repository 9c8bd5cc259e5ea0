/// Transcription of the message bus itself, in [DBus].
@NullMarked
package org.freedesktop;

import org.jspecify.annotations.NullMarked;
