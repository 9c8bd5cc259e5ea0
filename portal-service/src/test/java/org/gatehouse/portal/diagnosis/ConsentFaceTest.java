package org.gatehouse.portal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Consent1;
import org.gatehouse.Permissions1.Explanation;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.portal.fake.Store;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentFaceTest {

    private final PortalSession session = new PortalSession();
    private Store store;

    ConsentFaceTest() {
        this.store = session.withTerms();
    }

    @BeforeEach
    void start() {
        session.policy("[[rule]]\nclass = \"location\"\nmax-accuracy = \"city\"\n");
        session.administratorsPolicy("[[rule]]\nclass = \"location\"\nverdikt = \"deny\"\n");
        session.withPortal();
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void explainsByTheRulesThatDecide() {
        store.set(MAPS, "NONE", "0");

        var told = explain("location", "flatpak", MAPS, Map.of());

        assertThat(told.verdict()).isEqualTo("deny");
        assertThat(steps(told)).last().asString().startsWith("stored decision: refused");
        assertThat(steps(told)).anyMatch(each -> each.contains("at most city"));
        assertThat(value(told.steps().getLast(), "decides")).isEqualTo(true);
    }

    @Test
    void explainsWhatWouldBeAskedAndAsksNobody() {
        assertThat(explain("location", "flatpak", MAPS, Map.of()).verdict()).isEqualTo("ask");
        assertThat(explain("notifications", "flatpak", MAPS, Map.of()).verdict()).isEqualTo("ask");
        assertThat(explain("location", "host", "", Map.of()).verdict()).isEqualTo("ask");

        assertThat(session.backend().count()).isZero();
        assertThat(store.writes()).isZero();
    }

    @Test
    void explainsWhatWaits() {
        store.situations("driving");

        var told = explain("location", "snap", "snap.maps", Map.of());

        assertThat(told.verdict()).isEqualTo("defer");
        assertThat(steps(told)).last().asString().startsWith("situation: driving");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> explain("teleport", "flatpak", MAPS, Map.of()))
                .hasMessageContaining("NotFound");
        assertThatThrownBy(() -> explain("location", "docker", MAPS, Map.of()))
                .hasMessageContaining("InvalidArgument");
        assertThatThrownBy(() -> explain("location", "flatpak", "no id", Map.of()))
                .hasMessageContaining("InvalidArgument");
        assertThatThrownBy(() ->
                        explain(
                                "location",
                                "flatpak",
                                MAPS,
                                Map.of("level", new Variant<>("nearby"))))
                .hasMessageContaining("InvalidArgument");
        assertThatThrownBy(() ->
                        explain("location", "flatpak", MAPS, Map.of("reason", new Variant<>(true))))
                .hasMessageContaining("InvalidArgument");
    }

    @Test
    void diagnosesABrokenPolicyFileWithLineAndReason() {
        var checks = consent(store.bus()).Diagnose().stream().map(Object::toString).toList();

        assertThat(checks)
                .anyMatch(
                        each -> each.contains("site.toml: line 3, column 1: verdikt is not a key"))
                .anyMatch(each -> each.contains("scripted") && each.contains("shows questions"))
                .anyMatch(each -> each.contains("GeoClue can be asked"))
                .anyMatch(each -> each.contains("nobody shows notices"))
                .anyMatch(each -> each.contains("which apps are in use"))
                .anyMatch(each -> each.contains("FUSE"));
    }

    @Test
    void answersOurStoreOnly() {
        assertThatThrownBy(() -> consent(session.client()).Diagnose())
                .hasMessageContaining("AccessDenied");
        var app = session.flatpak(MAPS);
        assertThat(
                        app.call(
                                        "/org/gatehouse/Consent1",
                                        "org.gatehouse.Consent1",
                                        "Explain",
                                        "('location', 'flatpak', 'a.b', @a{sv} {})")
                                .error())
                .isEqualTo("org.freedesktop.DBus.Error.AccessDenied");
    }

    private Explanation explain(
            String permission, String kind, String app, Map<String, Variant<?>> options) {
        return consent(store.bus()).Explain(permission, kind, app, options);
    }

    private static List<String> steps(Explanation told) {
        return told.steps().stream()
                .map(each -> value(each, "rule") + ": " + value(each, "says"))
                .toList();
    }

    private static Object value(Map<String, Variant<?>> step, String key) {
        var value = step.get(key);
        return value == null ? "" : value.getValue();
    }

    private static Consent1 consent(BusConnection bus) {
        return bus.remote(
                Consent1.class,
                "org.freedesktop.portal.Desktop",
                "/org/gatehouse/Consent1",
                Duration.ofSeconds(5));
    }
}
