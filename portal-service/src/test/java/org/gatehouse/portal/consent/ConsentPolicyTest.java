package org.gatehouse.portal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Verdict.Allow;
import org.gatehouse.portal.consent.Verdict.Ask;
import org.gatehouse.portal.consent.Verdict.Deny;
import org.gatehouse.portal.consent.Verdict.Reason;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.SandboxKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConsentPolicyTest {

    private static final PermissionClass LOCATION = Catalogue.ofOurs().get("location");
    private static final AppIdentity MAPS =
            new AppIdentity.Sandboxed(SandboxKind.FLATPAK, new AppId("org.gnome.Maps"), "1");
    private static final AppIdentity HOST = new AppIdentity.Host("");
    private static final AppIdentity UNKNOWN = new AppIdentity.Unknown();
    private static final Policy OPEN = new Policy(false, true);
    private static final Policy LOCKED = new Policy(true, true);
    private static final Policy SILENT = new Policy(false, false);
    private static final StoredDecision UNSET = new StoredDecision.Unset();
    private static final StoredDecision REFUSED = new StoredDecision.Refused();
    private static final StoredDecision NO_STORE = new StoredDecision.NoStore();
    private static final StoredDecision UNREADABLE = new StoredDecision.Unreadable();
    private static final int CITY = 2;
    private static final int EXACT = 5;

    @Nested
    class ASandboxedApp {

        @Test
        void isAskedForWhenNothingIsStored() {
            assertThat(decide(MAPS, EXACT, UNSET, OPEN)).isEqualTo(new Ask(null));
        }

        @Test
        void getsWhatItWasGranted() {
            assertThat(decide(MAPS, CITY, granted(EXACT, EXACT), OPEN))
                    .isEqualTo(new Allow(CITY, Reason.STORED));
        }

        @Test
        void getsLessThanItAsksWhereThatWasDecided() {
            assertThat(decide(MAPS, EXACT, granted(CITY, EXACT), OPEN))
                    .isEqualTo(new Allow(CITY, Reason.STORED));
        }

        @Test
        void isAskedForMoreThanItWasGranted() {
            assertThat(decide(MAPS, EXACT, granted(CITY, CITY), OPEN))
                    .isEqualTo(new Ask(granted(CITY, CITY)));
        }

        @Test
        void isAskedForWithoutAStore() {
            assertThat(decide(MAPS, EXACT, NO_STORE, OPEN)).isEqualTo(new Ask(null));
        }

        @Test
        void isRefusedWhereNobodyMayAsk() {
            assertThat(decide(MAPS, EXACT, UNSET, SILENT)).isEqualTo(new Deny(Reason.NEVER_ASK));
        }

        @Test
        void getsNothingForNothing() {
            assertThat(decide(MAPS, 0, UNSET, OPEN)).isEqualTo(new Allow(0, Reason.NOTHING_ASKED));
        }
    }

    @Nested
    class AHostProgram {

        @Test
        void passesUnlessThePersonRefused() {
            assertThat(decide(HOST, EXACT, UNSET, OPEN))
                    .isEqualTo(new Allow(EXACT, Reason.HOST_APP));
            assertThat(decide(HOST, EXACT, REFUSED, OPEN)).isEqualTo(new Deny(Reason.STORED));
        }

        @Test
        void isHeldToAStoredLevel() {
            assertThat(decide(HOST, EXACT, granted(CITY, CITY), OPEN))
                    .isEqualTo(new Allow(CITY, Reason.STORED));
        }

        @Test
        void isNotLetInUnaskedWithoutAStore() {
            assertThat(decide(HOST, EXACT, NO_STORE, OPEN)).isEqualTo(new Ask(null));
        }
    }

    @Test
    void anUnknownSandboxIsAlwaysAskedFor() {
        assertThat(decide(UNKNOWN, EXACT, UNSET, OPEN)).isEqualTo(new Ask(null));
    }

    @Test
    void lockdownBeatsAStoredYes() {
        assertThat(decide(MAPS, EXACT, granted(EXACT, EXACT), LOCKED))
                .isEqualTo(new Deny(Reason.LOCKDOWN));
    }

    @Test
    void aStoreThatFailsAllowsNobody() {
        assertThat(decide(MAPS, EXACT, UNREADABLE, OPEN))
                .isEqualTo(new Deny(Reason.STORE_UNREADABLE));
        assertThat(decide(HOST, EXACT, UNREADABLE, OPEN))
                .isEqualTo(new Deny(Reason.STORE_UNREADABLE));
    }

    private static Verdict decide(
            AppIdentity subject, int asked, StoredDecision stored, Policy policy) {
        return ConsentPolicy.decide(subject, LOCATION, asked, stored, policy);
    }

    private static StoredDecision.Granted granted(int rank, int covers) {
        return new StoredDecision.Granted(rank, covers, Lifespan.ALWAYS);
    }
}
