package org.gatehouse.portal.install;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;

/// Asks at the installation of apps.
public final class InstallModule extends AbstractModule {

    @ProvidesIntoSet
    AutoCloseable questions(InstallQuestions questions) {
        return questions;
    }
}
