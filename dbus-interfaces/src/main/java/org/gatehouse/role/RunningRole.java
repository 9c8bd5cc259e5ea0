package org.gatehouse.role;

import java.util.concurrent.CompletableFuture;

/// A role that owns its names and answers.
///
/// Threads: may be closed from any thread, more than once.
public interface RunningRole extends AutoCloseable {

    /// Completes when the role ends by itself (its name or the bus was lost), with the exit status
    /// that the process contract gives for that reason; also after [#close()], then with 0.
    CompletableFuture<Integer> ended();

    /// Ends the role: names released, objects gone, files synced. Returns within 5 s.
    @Override
    void close();
}
