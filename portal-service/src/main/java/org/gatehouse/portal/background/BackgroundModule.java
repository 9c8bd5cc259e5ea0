package org.gatehouse.portal.background;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.portal.Background;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.portal.backend.RevocationWatch;
import org.gatehouse.portal.backend.Situations;
import org.gatehouse.portal.diagnosis.InstanceStop;
import org.gatehouse.portal.request.ServedPortal;
import org.gatehouse.portal.request.Serving;

/// Adds the Background portal, version 2, to the service.
public final class BackgroundModule extends AbstractModule {

    private static final int FIRST_REVIEW_SECONDS = 2;

    @Override
    protected void configure() {
        bind(InstanceStop.class).to(HandStop.class);
    }

    @ProvidesIntoSet
    AutoCloseable reportsToClose(InstanceReports reports) {
        return reports;
    }

    @ProvidesIntoSet
    AutoCloseable watchToClose(BackgroundWatch watch) {
        return watch;
    }

    @ProvidesIntoSet
    ServedPortal background(
            BackgroundPortal portal,
            RevocationWatch revocations,
            BackgroundRevocation revocation,
            Situations situations,
            Serving serving,
            BackgroundWatch watch) {
        situations.onEnd(watch::judgeAgain);
        revocations.watch(BackgroundPortal.CLASS, revocation);
        revocations.watch(BackgroundPortal.AUTOSTART, revocation);
        serving.then(watch::start);
        // what was taken back while nobody looked; not while the service starts
        CompletableFuture.delayedExecutor(FIRST_REVIEW_SECONDS, TimeUnit.SECONDS)
                .execute(revocation::reviewSoon);
        return new ServedPortal(
                ExportedInterface.of(Background.class, portal)
                        .property("version", () -> new UInt32(2)),
                List.of("org.freedesktop.impl.portal.Access", AppStates.INTERFACE));
    }
}
