package org.gatehouse.portal;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.ProvidesIntoSet;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.app.Identification;
import org.gatehouse.portal.backend.BackendModule;
import org.gatehouse.portal.backend.Backends;
import org.gatehouse.portal.backend.Policies;
import org.gatehouse.portal.consent.Silence;
import org.gatehouse.role.RoleSettings;

/// What all portals share, and the portals.
final class PortalModule extends AbstractModule {

    private final RoleSettings settings;
    private final BusConnection bus;

    PortalModule(RoleSettings settings, BusConnection bus) {
        this.settings = settings;
        this.bus = bus;
    }

    @Override
    protected void configure() {
        bind(RoleSettings.class).toInstance(settings);
        bind(BusConnection.class).toInstance(bus);
        bind(InstantSource.class).toInstance(InstantSource.system());
        bind(Silence.class).toInstance(new Silence(System::nanoTime));
        install(new BackendModule());
        Portals.all().forEach(this::install);
    }

    @Provides
    @Singleton
    CallerIdentities identities() {
        return CallerIdentities.ofPortal(bus, settings);
    }

    @ProvidesIntoSet
    AutoCloseable identitiesToClose(CallerIdentities identities) {
        return identities;
    }

    @Provides
    Identification identification(CallerIdentities identities) {
        return identities::identify;
    }

    @Provides
    @Singleton
    Backends backends() {
        return Backends.read(settings.directories());
    }

    @Provides
    @Singleton
    Policies policies() {
        return Policies.read(settings.directories());
    }

    @Provides
    @Singleton
    DesktopFiles desktopFiles() {
        return new DesktopFiles(settings.directories());
    }
}
