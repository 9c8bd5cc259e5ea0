package org.gatehouse.portal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.catalogue.TomlException;
import org.gatehouse.policy.PolicyFile;
import org.gatehouse.policy.PolicyLayer;
import org.gatehouse.policy.PolicyRules;
import org.gatehouse.portal.consent.Verdict.Allow;
import org.gatehouse.portal.consent.Verdict.Ask;
import org.gatehouse.portal.consent.Verdict.Defer;
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
    private static final AppIdentity OLD_MAPS =
            new AppIdentity.Sandboxed(
                    SandboxKind.FLATPAK, new AppId("org.gnome.Maps"), "1", "22.08");
    private static final Circumstances OPEN = now("");
    private static final Circumstances LOCKED =
            new Circumstances(true, OPEN.ruling(), Optional.empty(), true);
    private static final Circumstances SILENT = now("prompt = \"never\"");
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
            assertThat(decide(MAPS, EXACT, UNSET, OPEN)).isEqualTo(new Ask(EXACT, null));
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
                    .isEqualTo(new Ask(EXACT, granted(CITY, CITY)));
        }

        @Test
        void isAskedForWithoutAStore() {
            assertThat(decide(MAPS, EXACT, NO_STORE, OPEN)).isEqualTo(new Ask(EXACT, null));
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
            assertThat(decide(HOST, EXACT, NO_STORE, OPEN)).isEqualTo(new Ask(EXACT, null));
        }
    }

    @Test
    void anUnknownSandboxIsAlwaysAskedFor() {
        assertThat(decide(UNKNOWN, EXACT, UNSET, OPEN)).isEqualTo(new Ask(EXACT, null));
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

    @Nested
    class ALockedRule {

        private static final Circumstances DENY = now("verdict = \"deny\"\nlocked = true");
        private static final Circumstances ALLOW = now("verdict = \"allow\"\nlocked = true");

        @Test
        void thatRefusesBeatsAStoredYes() {
            assertThat(decide(MAPS, EXACT, granted(EXACT, EXACT), DENY))
                    .isEqualTo(new Deny(Reason.LOCKED));
            assertThat(decide(HOST, EXACT, UNSET, DENY)).isEqualTo(new Deny(Reason.LOCKED));
        }

        @Test
        void thatAllowsBeatsAQuestionButNotANo() {
            assertThat(decide(MAPS, EXACT, UNSET, ALLOW))
                    .isEqualTo(new Allow(EXACT, Reason.POLICY));
            assertThat(decide(MAPS, EXACT, new StoredDecision.AskEachTime(), ALLOW))
                    .isEqualTo(new Allow(EXACT, Reason.POLICY));
            assertThat(decide(MAPS, EXACT, REFUSED, ALLOW)).isEqualTo(new Deny(Reason.STORED));
        }

        @Test
        void thatAllowsNeverMeansAnUnknownSandboxNorAMissingStore() {
            assertThat(decide(UNKNOWN, EXACT, UNSET, ALLOW)).isEqualTo(new Ask(EXACT, null));
            assertThat(decide(MAPS, EXACT, NO_STORE, ALLOW)).isEqualTo(new Ask(EXACT, null));
            assertThat(decide(MAPS, EXACT, UNREADABLE, ALLOW))
                    .isEqualTo(new Deny(Reason.STORE_UNREADABLE));
        }
    }

    @Nested
    class ARule {

        @Test
        void speaksWhereNothingIsStored() {
            var deny = now("verdict = \"deny\"");

            assertThat(decide(MAPS, EXACT, UNSET, deny)).isEqualTo(new Deny(Reason.POLICY));
            assertThat(decide(MAPS, EXACT, granted(EXACT, EXACT), deny))
                    .isEqualTo(new Allow(EXACT, Reason.STORED));
            assertThat(decide(HOST, EXACT, UNSET, deny)).isEqualTo(new Deny(Reason.POLICY));
        }

        @Test
        void lowersWhatWasGrantedAndWhatIsAskedFor() {
            var city = now("max-accuracy = \"city\"");

            assertThat(decide(MAPS, EXACT, granted(EXACT, EXACT), city))
                    .isEqualTo(new Allow(CITY, Reason.STORED));
            assertThat(decide(MAPS, EXACT, UNSET, city)).isEqualTo(new Ask(CITY, null));
        }

        @Test
        void mayRetireAClass() {
            var retired = now("retired = true");

            assertThat(decide(MAPS, EXACT, UNSET, retired))
                    .isEqualTo(new Allow(EXACT, Reason.RETIRED));
        }

        @Test
        void mayImplyWhatAnOlderAppNeverAskedFor() {
            var implied = now("implied-before = \"23.08\"");

            assertThat(decide(OLD_MAPS, EXACT, UNSET, implied))
                    .isEqualTo(new Allow(EXACT, Reason.IMPLIED));
            assertThat(decide(MAPS, EXACT, UNSET, implied)).isEqualTo(new Ask(EXACT, null));
            assertThat(decide(OLD_MAPS, EXACT, REFUSED, implied))
                    .isEqualTo(new Deny(Reason.STORED));
        }

        @Test
        void mayRequireAReason() {
            var required = now("reason-required = true");
            var silent = new Matter(MAPS, LOCATION, EXACT, false, UNSET);

            assertThat(ConsentPolicy.decide(silent, required).verdict())
                    .isEqualTo(new Deny(Reason.NO_REASON));
            assertThat(decide(MAPS, EXACT, UNSET, required)).isEqualTo(new Ask(EXACT, null));
        }
    }

    @Nested
    class AQuestion {

        @Test
        void waitsInASituationAndTakesNothingAway() {
            var driving = new Circumstances(false, OPEN.ruling(), Optional.of("driving"), true);

            assertThat(decide(MAPS, EXACT, UNSET, driving)).isEqualTo(new Defer("driving"));
            assertThat(decide(MAPS, EXACT, granted(EXACT, EXACT), driving))
                    .isEqualTo(new Allow(EXACT, Reason.STORED));
        }

        @Test
        void waitsWhereNobodyCanShowIt() {
            var nobody = new Circumstances(false, OPEN.ruling(), Optional.empty(), false);

            assertThat(decide(MAPS, EXACT, UNSET, nobody)).isEqualTo(new Defer("nobody"));
        }

        @Test
        void waitsByPolicy() {
            assertThat(decide(MAPS, EXACT, UNSET, now("prompt = \"deferred\"")))
                    .isEqualTo(new Defer("policy"));
            assertThat(decide(MAPS, EXACT, UNSET, now("prompt = \"install\"")))
                    .isEqualTo(new Defer("policy"));
        }
    }

    @Test
    void theStepsEndWithTheOneThatDecides() {
        var ruled =
                ConsentPolicy.decide(
                        new Matter(MAPS, LOCATION, EXACT, true, granted(EXACT, EXACT)), OPEN);

        assertThat(ruled.steps().getLast().rule()).isEqualTo("stored decision");
        assertThat(ruled.steps().getLast().decides()).isTrue();
        assertThat(ruled.steps()).extracting(Step::decides).containsOnlyOnce(true);
    }

    private static Circumstances now(String terms) {
        var text = terms.isEmpty() ? "" : "[[rule]]\nclass = \"location\"\n" + terms;
        try {
            var file =
                    PolicyFile.parse(text, "x.toml", PolicyLayer.ADMINISTRATOR, Catalogue.ofOurs());
            var ruling =
                    new PolicyRules(List.of(file), false)
                            .ruling(LOCATION, "flatpak", "org.gnome.Maps");
            return new Circumstances(false, ruling, Optional.empty(), true);
        } catch (TomlException e) {
            throw new AssertionError(e);
        }
    }

    private static Verdict decide(
            AppIdentity subject, int asked, StoredDecision stored, Circumstances now) {
        var matter = new Matter(subject, LOCATION, asked, true, stored);
        return ConsentPolicy.decide(matter, now).verdict();
    }

    private static StoredDecision.Granted granted(int rank, int covers) {
        return new StoredDecision.Granted(rank, covers, Lifespan.ALWAYS);
    }
}
