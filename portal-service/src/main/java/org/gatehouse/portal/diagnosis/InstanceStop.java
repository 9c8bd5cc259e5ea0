package org.gatehouse.portal.diagnosis;

import java.util.Optional;

/// Ends what of apps runs now, for the store, which has checked who asks for it.
@FunctionalInterface
public interface InstanceStop {

    /// Asks each instance that is meant to end, and returns at once. What is empty means all; the
    /// app or the instance is there.
    ///
    /// @return how many are meant
    int stop(Optional<String> kind, Optional<String> app, Optional<String> instance);
}
