package org.gatehouse.portal.diagnosis;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.Consent1;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.portal.request.ServedObject;

/// Serves our store, version 1, at a path of its own.
public final class DiagnosisModule extends AbstractModule {

    @ProvidesIntoSet
    SelfTest session(SessionTests tests) {
        return tests;
    }

    @ProvidesIntoSet
    ServedObject consent(ConsentFace face, StoreOnly guard) {
        return new ServedObject(
                ConsentFace.PATH,
                ExportedInterface.of(Consent1.class, face)
                        .property("version", () -> new UInt32(1))
                        .guardedBy(guard));
    }
}
