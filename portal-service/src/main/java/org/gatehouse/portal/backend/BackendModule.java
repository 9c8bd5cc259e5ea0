package org.gatehouse.portal.backend;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.gatehouse.portal.consent.Deferrals;
import org.gatehouse.portal.consent.Grants;
import org.gatehouse.portal.consent.Ledger;
import org.gatehouse.portal.consent.Prompter;
import org.gatehouse.portal.consent.Surroundings;

/// Reaches the store and the person over the session bus.
public final class BackendModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Grants.class).to(StoredGrants.class);
        bind(Ledger.class).to(PermissionsLedger.class);
        bind(Prompter.class).to(AccessDialogPrompter.class);
        bind(Surroundings.class).to(SessionSurroundings.class);
        bind(Deferrals.class).to(QuestionList.class);
    }

    @ProvidesIntoSet
    AutoCloseable ledger(PermissionsLedger ledger) {
        return ledger;
    }

    @ProvidesIntoSet
    AutoCloseable situations(Situations situations) {
        return situations;
    }

    @ProvidesIntoSet
    AutoCloseable watch(RevocationWatch watch) {
        return watch;
    }
}
