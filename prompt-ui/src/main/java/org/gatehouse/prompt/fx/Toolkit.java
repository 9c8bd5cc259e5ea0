package org.gatehouse.prompt.fx;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// JavaFX, started once in a process and kept warm between windows.
///
/// Properties given to the JVM win over the ones set here.
final class Toolkit {

    private Toolkit() {}

    /// Starts the toolkit. Blocks until it is up.
    ///
    /// @param cache where native libraries are unpacked, unless they are in `java.library.path`
    /// @throws UnsupportedOperationException if there is no display to show anything on
    static void start(Path cache) throws InterruptedException {
        // Without a GPU the other pipeline is tried first, fails, and costs a tenth of a second.
        prefer("prism.order", "sw");
        // The default is below user.home, which the JVM does not take from the environment.
        prefer("javafx.cachedir", cache.toString());
        var up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException e) {
            up.countDown(); // running already
        }
        up.await();
        Platform.setImplicitExit(false);
    }

    private static void prefer(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
