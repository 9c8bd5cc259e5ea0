package org.gatehouse.portal.location;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.ProvidesIntoSet;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.portal.Location;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.portal.backend.LockdownGuard;
import org.gatehouse.portal.backend.RevocationWatch;
import org.gatehouse.portal.diagnosis.SelfTest;
import org.gatehouse.portal.request.ServedPortal;
import org.gatehouse.role.RoleSettings;

/// Adds the Location portal, version 1, to the service.
public final class LocationModule extends AbstractModule {

    @Provides
    @Singleton
    GeoClueSource geoClue(RoleSettings settings) {
        return new GeoClueSource(BusAddress.system(settings.environment()));
    }

    @Provides
    @Singleton
    LocationSource source(GeoClueSource geoClue, RoleSettings settings, InstantSource clock) {
        return new LocationSources(geoClue, new FixedPositionSource(settings.directories(), clock));
    }

    @ProvidesIntoSet
    AutoCloseable geoClueToClose(GeoClueSource geoClue) {
        return geoClue;
    }

    @ProvidesIntoSet
    SelfTest positions(GeoClueSource geoClue) {
        return geoClue;
    }

    @ProvidesIntoSet
    ServedPortal location(
            LocationPortal portal,
            RevocationWatch watch,
            LocationRevocation revocation,
            LockdownGuard guard,
            PolicyFiles policy) {
        watch.watch(LocationPortal.CLASS, revocation);
        policy.onChange(revocation::policyChanged);
        return new ServedPortal(
                ExportedInterface.of(Location.class, portal)
                        .property("version", () -> new UInt32(1))
                        .guardedBy(guard)
                        .inline(),
                List.of("org.freedesktop.impl.portal.Access"));
    }
}
