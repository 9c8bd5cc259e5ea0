package org.gatehouse.portal.filechooser;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.ProvidesIntoSet;
import jakarta.inject.Singleton;
import java.util.List;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.portal.FileChooser;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.portal.backend.LockdownGuard;
import org.gatehouse.portal.request.ServedPortal;

/// Adds the FileChooser portal, version 4, to the service.
public final class FileChooserModule extends AbstractModule {

    @Provides
    @Singleton
    PickedFiles pickedFiles() {
        return new PickedFiles();
    }

    @ProvidesIntoSet
    AutoCloseable pickedFilesToClose(PickedFiles files) {
        return files;
    }

    @ProvidesIntoSet
    ServedPortal fileChooser(FileChooserPortal portal, LockdownGuard guard) {
        return new ServedPortal(
                ExportedInterface.of(FileChooser.class, portal)
                        .property("version", () -> new UInt32(4))
                        .guardedBy(guard),
                List.of(ChooserRequests.INTERFACE));
    }
}
