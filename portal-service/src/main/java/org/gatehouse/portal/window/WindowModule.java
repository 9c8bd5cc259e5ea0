package org.gatehouse.portal.window;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.ProvidesIntoSet;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.identity.ProcessApps;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.portal.backend.Backend;
import org.gatehouse.portal.backend.Backends;
import org.gatehouse.role.RoleSettings;

/// Tells which apps are in use: by the desktop's backend where it answers, else by the X server.
public final class WindowModule extends AbstractModule {

    private static final String BACKGROUND = "org.freedesktop.impl.portal.Background";

    @Provides
    @Singleton
    InUse inUse(BusConnection bus, Backends backends, RoleSettings settings, PolicyFiles policy) {
        var inUse =
                new InUse(
                        changed -> open(bus, backends, settings, changed),
                        () -> TimeUnit.SECONDS.toNanos(policy.rules().graceSeconds()));
        policy.onChange(inUse::changed);
        return inUse;
    }

    private static Optional<WindowStates> open(
            BusConnection bus, Backends backends, RoleSettings settings, Runnable changed) {
        return backends.find(BACKGROUND)
                .map(Backend::busName)
                .flatMap(name -> BackendWindows.open(bus, name, changed))
                .or(() -> x11(settings, changed));
    }

    private static Optional<WindowStates> x11(RoleSettings settings, Runnable changed) {
        return X11Display.of(settings.environment())
                .flatMap(display -> {
                    var apps = ProcessApps.of(settings);
                    return X11Windows.open(display, apps::find, changed);
                });
    }

    @ProvidesIntoSet
    AutoCloseable inUseToClose(InUse inUse) {
        return inUse;
    }
}
