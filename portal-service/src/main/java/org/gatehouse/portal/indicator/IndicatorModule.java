package org.gatehouse.portal.indicator;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.gatehouse.portal.use.UseListener;

/// Tells the person what goes on.
public final class IndicatorModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(WaitingQuestions.class).asEagerSingleton();
    }

    @ProvidesIntoSet
    UseListener indicator(UseIndicator indicator) {
        return indicator;
    }

    @ProvidesIntoSet
    AutoCloseable noticesToClose(Notices notices) {
        return notices;
    }
}
