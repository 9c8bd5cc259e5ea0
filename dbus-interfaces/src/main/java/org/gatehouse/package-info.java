/// Transcription of our own interfaces: [Permissions1] for settings apps and tools, and between the
/// roles [Decisions1] and [Consent1].
@NullMarked
package org.gatehouse;

import org.jspecify.annotations.NullMarked;
