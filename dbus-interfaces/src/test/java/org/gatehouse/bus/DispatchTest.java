package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.example.OtherProbe;
import org.example.Probe;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchTest extends ServedProbe {

    @Test
    void goesByTheInterfaceNamed() {
        var other = client.remote(OtherProbe.class, NAME, PATH, SOON);

        assertThat(probe().Echo("a")).isEqualTo("a");
        assertThat(other.Echo("a")).isEqualTo("other a");
    }

    @Test
    void keepsTheInterfacesPropertiesApartAndTypesThemAsDeclared() {
        assertThat(client.property(Probe.class, NAME, PATH, "version", SOON))
                .isEqualTo(new UInt32(7));
        assertThat(client.property(OtherProbe.class, NAME, PATH, "version", SOON))
                .isEqualTo(new UInt32(8));
        assertThat(client.properties(Probe.class, NAME, PATH, SOON))
                .containsOnlyKeys("version", "mood");
    }

    @Test
    void writesAWritablePropertyOnly() {
        client.setProperty(Probe.class, NAME, PATH, "mood", new Variant<>("glad"), SOON);
        assertThat(client.property(Probe.class, NAME, PATH, "mood", SOON)).isEqualTo("glad");

        var seven = new Variant<>(new UInt32(7));
        assertThatThrownBy(
                        () -> client.setProperty(Probe.class, NAME, PATH, "version", seven, SOON))
                .extracting("name")
                .isEqualTo("org.freedesktop.DBus.Error.PropertyReadOnly");
        assertThatThrownBy(() -> client.setProperty(Probe.class, NAME, PATH, "mood", seven, SOON))
                .extracting("name")
                .isEqualTo("org.freedesktop.DBus.Error.InvalidArgs");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere,            org.example.Probe, Echo, UnknownObject",
        "/org/example/Probe,  org.example.None,  Echo, UnknownInterface",
        "/org/example/Probe,  org.example.Probe, None, UnknownMethod",
        "/org/example,        org.example.Probe, Echo, UnknownInterface",
    })
    void namesWhatIsUnknown(String path, String type, String member, String error) {
        assertThatThrownBy(() -> call(path, type, member, "x"))
                .extracting("name")
                .isEqualTo("org.freedesktop.DBus.Error." + error);
        assertStillAnswers();
    }

    @Test
    void namesAnUnknownProperty() {
        assertThatThrownBy(() -> client.property(Probe.class, NAME, PATH, "none", SOON))
                .extracting("name")
                .isEqualTo("org.freedesktop.DBus.Error.UnknownProperty");
    }

    @Test
    void refusesArgumentsOfAnotherType() {
        assertThatThrownBy(() -> client.call(NAME, PATH, NAME, "Echo", SOON, "u", new UInt32(1)))
                .extracting("name")
                .isEqualTo("org.freedesktop.DBus.Error.InvalidArgs");
        assertStillAnswers();
    }

    @Test
    void findsTheMemberWhenNoInterfaceIsNamed() {
        assertThat(call(PATH, "", "Ping")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED,           org.freedesktop.portal.Error.Failed",
        "INVALID_ARGUMENT, org.freedesktop.portal.Error.InvalidArgument",
        "NOT_FOUND,        org.freedesktop.portal.Error.NotFound",
        "EXISTS,           org.freedesktop.portal.Error.Exists",
        "NOT_ALLOWED,      org.freedesktop.portal.Error.NotAllowed",
        "CANCELLED,        org.freedesktop.portal.Error.Cancelled",
        "WINDOW_DESTROYED, org.freedesktop.portal.Error.WindowDestroyed",
        "ACCESS_DENIED,    org.freedesktop.DBus.Error.AccessDenied",
        "INVALID_ARGS,     org.freedesktop.DBus.Error.InvalidArgs",
        "DBUS_FAILED,      org.freedesktop.DBus.Error.Failed",
        "anything else,    org.freedesktop.portal.Error.Failed",
    })
    void mapsEveryKindOfErrorToItsName(String kind, String name) {
        assertThatThrownBy(() -> probe().Fail(kind)).extracting("name").isEqualTo(name);
    }

    @Test
    void describesItselfWithArgumentNames() {
        var xml = (String) call(PATH, "org.freedesktop.DBus.Introspectable", "Introspect")[0];

        assertThat(xml)
                .contains("<interface name=\"org.example.Probe\">")
                .contains("<arg type=\"a(id)\" name=\"points\" direction=\"in\"/>")
                .contains("<arg type=\"u\" name=\"count\" direction=\"out\"/>")
                .contains("<signal name=\"Told\">")
                .contains("<property");
    }

    @Test
    void listsTheNodesOnTheWay() {
        var xml = (String) call("/org", "org.freedesktop.DBus.Introspectable", "Introspect")[0];

        assertThat(xml).contains("<node name=\"example\"/>");
    }
}
