package org.gatehouse.portal.use;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;

/// Keeps account of what apps use, and tells of it.
public final class UseModule extends AbstractModule {

    @ProvidesIntoSet
    UseListener reports(UsageReports reports) {
        return reports;
    }

    @ProvidesIntoSet
    AutoCloseable sleepToClose(SleepWatch sleep) {
        sleep.start();
        return sleep;
    }

    @ProvidesIntoSet
    AutoCloseable reportsToClose(UsageReports reports) {
        return reports;
    }
}
