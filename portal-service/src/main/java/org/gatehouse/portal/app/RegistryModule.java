package org.gatehouse.portal.app;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import java.util.List;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.host.portal.Registry;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.portal.request.ServedPortal;

/// Adds the host registry, version 1, to the service.
public final class RegistryModule extends AbstractModule {

    @ProvidesIntoSet
    ServedPortal registry(RegistryPortal portal) {
        return new ServedPortal(
                ExportedInterface.of(Registry.class, portal)
                        .property("version", () -> new UInt32(1)),
                List.of());
    }
}
