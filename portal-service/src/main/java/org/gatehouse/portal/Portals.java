package org.gatehouse.portal;

import com.google.inject.Module;
import java.util.List;
import org.gatehouse.portal.app.RegistryModule;
import org.gatehouse.portal.background.BackgroundModule;
import org.gatehouse.portal.location.LocationModule;

/// The table of contents: every portal that the service has, one line each.
final class Portals {

    private Portals() {}

    static List<Module> all() {
        return List.of(
                new RegistryModule(), //
                new LocationModule(),
                new BackgroundModule());
    }
}
