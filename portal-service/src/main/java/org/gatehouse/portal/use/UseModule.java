package org.gatehouse.portal.use;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import jakarta.inject.Singleton;
import org.gatehouse.portal.request.Serving;

/// Keeps account of what apps use, and tells of it.
public final class UseModule extends AbstractModule {

    @ProvidesIntoSet
    UseListener reports(UsageReports reports) {
        return reports;
    }

    /// A singleton, so that it begins with the service and not when first asked for.
    @ProvidesIntoSet
    @Singleton
    AutoCloseable sleepToClose(SleepWatch sleep, Serving serving) {
        serving.then(sleep::start);
        return sleep;
    }

    @ProvidesIntoSet
    AutoCloseable reportsToClose(UsageReports reports) {
        return reports;
    }
}
