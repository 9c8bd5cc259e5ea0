package org.gatehouse.ctl;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Subscription;
import org.jspecify.annotations.Nullable;

/// The running Gatehouse. The bus is connected to at the first use, and starts the service if it
/// does not run.
///
/// Every method throws [org.gatehouse.bus.BusException]. Threads: one; what is told of signals runs
/// on others.
final class Service implements AutoCloseable {

    private static final String NAME = "org.gatehouse.Permissions1";
    private static final String PATH = "/org/gatehouse/Permissions1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> environment;
    private @Nullable BusConnection connection;

    Service(Map<String, String> environment) {
        this.environment = environment;
    }

    /// What the program was started with.
    Map<String, String> environment() {
        return environment;
    }

    Permissions1 permissions() {
        return connection().remote(Permissions1.class, NAME, PATH, PATIENCE);
    }

    /// The properties of the interface.
    Fields properties() {
        return new Fields(connection().properties(Permissions1.class, NAME, PATH, PATIENCE));
    }

    /// Whether it runs already; does not start it.
    boolean isRunning() {
        return connection().peers().owner(NAME).isPresent();
    }

    <S extends Record & BusSignal> Subscription on(Class<S> signal, Consumer<S> told) {
        return connection().subscribe(signal, NAME, PATH, (heard, _) -> told.accept(heard));
    }

    /// Tells when the service, or the bus, has gone.
    void onGone(Runnable told) {
        connection().onClosed(told);
        connection()
                .peers()
                .onOwnerChange(
                        NAME,
                        (_, now) -> {
                            if (now.isEmpty()) {
                                told.run();
                            }
                        });
    }

    private BusConnection connection() {
        var open = connection;
        if (open == null) {
            open = BusConnection.open(BusAddress.session(environment));
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        var open = connection;
        if (open != null) {
            open.close();
        }
    }
}
