package org.gatehouse.portal;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.ProvidesIntoSet;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.app.Identification;
import org.gatehouse.portal.backend.Backends;
import org.gatehouse.portal.consent.Silence;
import org.gatehouse.role.RoleSettings;

/// What all portals share, and the portals.
final class PortalModule extends AbstractModule {

    private final RoleSettings settings;
    private final CompletableFuture<BusConnection> connecting;

    PortalModule(RoleSettings settings, CompletableFuture<BusConnection> connecting) {
        this.settings = settings;
        this.connecting = connecting;
    }

    @Override
    protected void configure() {
        bind(RoleSettings.class).toInstance(settings);
        bind(InstantSource.class).toInstance(InstantSource.system());
        bind(Silence.class).toInstance(new Silence(System::nanoTime));
        Portals.shared().forEach(this::install);
        Portals.all().forEach(this::install);
    }

    /// Waited for at the last moment: the wiring goes on while the connection is made.
    @Provides
    @Singleton
    BusConnection bus() {
        return connecting.join();
    }

    @Provides
    @Singleton
    CallerIdentities identities(BusConnection bus) {
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
    PolicyFiles policy(Catalogue catalogue) {
        return new PolicyFiles(settings.directories(), catalogue);
    }

    @ProvidesIntoSet
    AutoCloseable policyToClose(PolicyFiles policy) {
        return policy;
    }

    @Provides
    @Singleton
    Catalogue catalogue() {
        return new Catalogue(settings.directories());
    }

    @Provides
    @Singleton
    DesktopFiles desktopFiles() {
        return new DesktopFiles(settings.directories());
    }
}
