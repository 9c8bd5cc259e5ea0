/// Transcription of the one interface of our own, [Permissions1].
@NullMarked
package org.gatehouse;

import org.jspecify.annotations.NullMarked;
