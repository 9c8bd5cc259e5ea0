package org.gatehouse.portal;

import com.google.inject.Module;
import java.util.List;
import org.gatehouse.portal.app.RegistryModule;
import org.gatehouse.portal.backend.BackendModule;
import org.gatehouse.portal.background.BackgroundModule;
import org.gatehouse.portal.diagnosis.DiagnosisModule;
import org.gatehouse.portal.filechooser.FileChooserModule;
import org.gatehouse.portal.indicator.IndicatorModule;
import org.gatehouse.portal.install.InstallModule;
import org.gatehouse.portal.location.LocationModule;
import org.gatehouse.portal.use.UseModule;
import org.gatehouse.portal.window.WindowModule;

/// The table of contents: every portal that the service has, one line each.
final class Portals {

    private Portals() {}

    /// What the portals share.
    static List<Module> shared() {
        return List.of(
                new BackendModule(), //
                new WindowModule(),
                new UseModule(),
                new IndicatorModule(),
                new InstallModule(),
                new DiagnosisModule());
    }

    static List<Module> all() {
        return List.of(
                new RegistryModule(), //
                new LocationModule(),
                new BackgroundModule(),
                new FileChooserModule());
    }
}
