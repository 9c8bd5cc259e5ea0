package org.gatehouse.portal.request;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.bus.BusConnection;

/// Tells when the portal serves: what nobody has to wait for begins only then.
///
/// Threads: any.
@Singleton
public final class Serving {

    public static final String NAME = "org.freedesktop.portal.Desktop";

    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    @Inject
    Serving(BusConnection bus) {
        bus.peers()
                .onOwnerChange(
                        NAME,
                        (_, now) -> {
                            if (now.equals(bus.uniqueName())) {
                                begun.complete(null);
                            }
                        });
    }

    /// Takes a step once the name is ours, at once if it is. The step must not wait.
    public void then(Runnable step) {
        var _ = begun.thenRun(step);
    }
}
