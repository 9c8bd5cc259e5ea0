package org.gatehouse.portal.location;

import java.util.function.Consumer;

/// Something that knows where the device is.
interface LocationSource {

    /// Starts to follow the position.
    ///
    /// Called on the virtual thread of a request; blocks for at most 10 seconds.
    ///
    /// @param updates called with each new position, in order, on a thread of the source; one may
    ///   still come while it is being stopped
    /// @throws InterruptedException if the request was closed or its caller left the bus
    Start track(Wish wish, Consumer<Position> updates) throws InterruptedException;

    /// What is wanted.
    ///
    /// @param distance metres the device has to move before the next update; 0 for any
    /// @param time seconds to the next update at least; 0 for any
    record Wish(Accuracy accuracy, long distance, long time) {}

    /// What came of it.
    sealed interface Start {

        record Started(Tracking tracking) implements Start {}

        /// There is no such source here; another may serve.
        record Absent(String why) implements Start {}

        /// The source is there and refused or failed.
        record Failed(String why) implements Start {}
    }

    /// One following of the position. Threads: any.
    interface Tracking {

        /// Asks the source for another accuracy. Returns at once; best effort, since what an app is
        /// told is made coarse anyway.
        void accuracy(Accuracy accuracy);

        /// Stops. Returns at once.
        void close();
    }
}
