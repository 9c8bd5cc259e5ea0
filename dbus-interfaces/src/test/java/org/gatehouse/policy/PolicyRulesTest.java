package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.catalogue.Lifespan.ONCE;
import static org.gatehouse.catalogue.Lifespan.SESSION;
import static org.gatehouse.policy.PolicyLayer.ADMINISTRATOR;
import static org.gatehouse.policy.PolicyLayer.USER;
import static org.gatehouse.policy.PolicyLayer.VENDOR;

import java.util.List;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.catalogue.TomlException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRulesTest {

    private static final Catalogue CATALOGUE = Catalogue.ofOurs();
    private static final PermissionClass LOCATION = CATALOGUE.get("location");
    private static final PermissionClass NOTIFICATIONS = CATALOGUE.get("notifications");

    @Test
    void withoutFilesTheClassSpeaks() {
        var ruling = PolicyRules.NONE.ruling(NOTIFICATIONS, "flatpak", "org.gnome.Maps");

        assertThat(ruling.verdict().value()).isEqualTo(PolicyVerdict.ALLOW);
        assertThat(ruling.prompt().value()).isEqualTo(PromptTime.FIRST_USE);
        assertThat(ruling.lifespans().value()).isEqualTo(NOTIFICATIONS.handling().lifespans());
    }

    @Test
    void aLaterLayerOverridesTheFieldsItNames() throws TomlException {
        var rules =
                rules(
                        file(VENDOR, "verdict = \"deny\"\nprompt = \"deferred\""),
                        file(USER, "verdict = \"allow\""));

        assertThat(location(rules).verdict().value()).isEqualTo(PolicyVerdict.ALLOW);
        assertThat(location(rules).prompt().value()).isEqualTo(PromptTime.DEFERRED);
    }

    @Nested
    class WhatIsLocked {

        @Test
        void isNotWidenedByTheUser() throws TomlException {
            var rules =
                    rules(
                            locked(
                                    """
                                    verdict = "ask"
                                    prompt = "deferred"
                                    max-accuracy = "city"
                                    lifespans = ["once", "session"]
                                    reason-required = true
                                    """),
                            file(
                                    USER,
                                    """
                                    verdict = "allow"
                                    prompt = "first-use"
                                    max-accuracy = "exact"
                                    lifespans = ["once", "always"]
                                    reason-required = false
                                    """));

            var ruling = location(rules);

            assertThat(ruling.verdict().value()).isEqualTo(PolicyVerdict.ASK);
            assertThat(ruling.prompt().value()).isEqualTo(PromptTime.DEFERRED);
            assertThat(ruling.highest().value()).isEqualTo(2);
            assertThat(ruling.lifespans().value()).containsExactly(ONCE);
            assertThat(ruling.reasonRequired().value()).isTrue();
        }

        @Test
        void isNarrowedByTheUserAndStaysLocked() throws TomlException {
            var rules =
                    rules(
                            locked("verdict = \"ask\"\nmax-accuracy = \"city\""),
                            file(USER, "verdict = \"deny\"\nmax-accuracy = \"country\""));

            var ruling = location(rules);

            assertThat(ruling.verdict().value()).isEqualTo(PolicyVerdict.DENY);
            assertThat(ruling.verdict().locked()).isTrue();
            assertThat(ruling.highest().value()).isEqualTo(1);
        }

        @Test
        void isTheAdministratorsOwnToOverride() throws TomlException {
            var rules =
                    rules(
                            locked("verdict = \"deny\""),
                            file(ADMINISTRATOR, "app = \"org.gnome.*\"\nverdict = \"allow\""));

            assertThat(location(rules).verdict().value()).isEqualTo(PolicyVerdict.ALLOW);
        }
    }

    @Test
    void lifespansThatTheClassDoesNotKnowLeaveItsShortest() throws TomlException {
        var rules = rules(file(VENDOR, "class = \"*\"\nlifespans = [\"session\"]"));
        var permission = withoutLifespan();

        assertThat(rules.ruling(permission, "flatpak", "a.b").lifespans().value())
                .containsExactly(ONCE);
        assertThat(location(rules).lifespans().value()).containsExactly(SESSION);
    }

    @Nested
    class WhileAFileWasNeverUnderstood {

        @Test
        void nothingIsAllowedByPolicy() throws TomlException {
            var rules =
                    new PolicyRules(
                            List.of(
                                    file(
                                            VENDOR,
                                            """
                                            verdict = "allow"
                                            implied-before = "23.08"
                                            """),
                                    file(VENDOR, "retired = true")),
                            true);

            assertThat(location(rules).verdict().value()).isEqualTo(PolicyVerdict.ASK);
            assertThat(location(rules).impliedBefore().value()).isEmpty();
            assertThat(rules.isRetired(LOCATION)).isFalse();
        }

        @Test
        void aRefusalStays() throws TomlException {
            var rules = new PolicyRules(List.of(file(VENDOR, "verdict = \"deny\"")), true);

            assertThat(location(rules).verdict().value()).isEqualTo(PolicyVerdict.DENY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*, org.gnome.Maps, true",
        "org.gnome.*, org.gnome.Maps, true",
        "org.gnome.*, org.kde.Maps, false",
        "org.?nome.Maps, org.gnome.Maps, true",
        "*.Maps, org.gnome.Maps, true",
        "*.Map, org.gnome.Maps, false",
        "*a*a*b, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "org.gnome.Maps, org.gnome.Maps, true",
        "org.gnome.Maps, org.gnome.Mapsx, false",
        "org.*, '', false",
        "**, '', true"
    })
    void anAppIsNamedByAGlob(String glob, String app, boolean matches) {
        assertThat(new AppGlob(glob).matches(app)).isEqualTo(matches);
    }

    @Test
    void aRuleMayNameAKind() throws TomlException {
        var rules = rules(file(VENDOR, "kind = \"snap\"\nverdict = \"deny\""));

        assertThat(location(rules).verdict().value()).isEqualTo(PolicyVerdict.ASK);
        assertThat(rules.ruling(LOCATION, "snap", "a.b").verdict().value())
                .isEqualTo(PolicyVerdict.DENY);
    }

    @Test
    void tablesOverrideOneAnother() throws TomlException {
        var rules =
                rules(
                        plain("[unused]\ndays = 30\n[while-in-use]\ngrace-seconds = 5"),
                        plain(
                                "[unused]\ndays = 0\n[backend.gtk]\nforeign-refusal = \"dismissed\""));

        assertThat(rules.unusedDays()).isZero();
        assertThat(rules.graceSeconds()).isEqualTo(5);
        assertThat(rules.isRefusalExplicit("gtk")).isFalse();
        assertThat(rules.isRefusalExplicit("kde")).isTrue();
        assertThat(PolicyRules.NONE.unusedDays()).isEqualTo(90);
        assertThat(PolicyRules.NONE.graceSeconds()).isEqualTo(30);
    }

    private static PermissionClass withoutLifespan() {
        var handling = LOCATION.handling();
        return new PermissionClass(
                "x",
                LOCATION.row(),
                LOCATION.levels(),
                LOCATION.wording(),
                new PermissionClass.Handling(
                        handling.risks(),
                        handling.usage(),
                        handling.confirmation(),
                        handling.unset(),
                        List.of(ONCE),
                        handling.untilSeconds()));
    }

    private static Ruling location(PolicyRules rules) {
        return rules.ruling(LOCATION, "flatpak", "org.gnome.Maps");
    }

    private static PolicyRules rules(PolicyFile... files) {
        return new PolicyRules(List.of(files), false);
    }

    private static PolicyFile locked(String terms) throws TomlException {
        return file(ADMINISTRATOR, terms + "\nlocked = true");
    }

    private static PolicyFile file(PolicyLayer layer, String terms) throws TomlException {
        var named = terms.contains("class") ? terms : "class = \"location\"\n" + terms;
        var text = "[[rule]]\n" + named;
        return PolicyFile.parse(text, "x.toml", layer, CATALOGUE);
    }

    private static PolicyFile plain(String text) throws TomlException {
        return PolicyFile.parse(text, "x.toml", ADMINISTRATOR, CATALOGUE);
    }
}
