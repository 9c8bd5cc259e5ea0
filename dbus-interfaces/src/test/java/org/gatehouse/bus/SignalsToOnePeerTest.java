package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.example.Probe;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.WireWriter;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class SignalsToOnePeerTest extends ServedProbe {

    @Test
    void areSeenByNobodyElse() {
        var mine = Collections.synchronizedList(new ArrayList<String>());
        var others = Collections.synchronizedList(new ArrayList<String>());
        try (var other = bus.connect();
                var _ =
                        client.subscribe(
                                Probe.Told.class, NAME, null, (t, _) -> mine.add(t.text()));
                var _ =
                        other.subscribe(
                                Probe.Told.class, NAME, null, (t, _) -> others.add(t.text()))) {
            service.emitTo(client.uniqueName(), PATH, new Probe.Told("secret"));
            service.emit(PATH, new Probe.Told("for all"));
            Await.until("both came", () -> mine.size() == 2 && others.size() == 1);
        }
        assertThat(mine).containsExactly("secret", "for all");
        assertThat(others).containsExactly("for all");
    }

    @Test
    void doNotCountFromAnImpostor() {
        var seen = Collections.synchronizedList(new ArrayList<String>());
        try (var impostor = bus.connect();
                var _ =
                        client.subscribe(
                                Probe.Told.class, NAME, null, (t, _) -> seen.add(t.text()))) {
            impostor.emitTo(client.uniqueName(), PATH, new Probe.Told("forged"));
            service.emitTo(client.uniqueName(), PATH, new Probe.Told("real"));
            Await.until("the real one came", () -> seen.contains("real"));
        }
        assertThat(seen).containsExactly("real");
    }

    @Test
    void aForgedChangeOfOwnerDoesNotCount() {
        try (var impostor = bus.connect()) {
            var body = new WireWriter();
            body.writeString(NAME);
            body.writeString(service.uniqueName());
            body.writeString(impostor.uniqueName());
            var header =
                    Header.signal(
                            client.uniqueName(),
                            "/org/freedesktop/DBus",
                            "org.freedesktop.DBus",
                            "NameOwnerChanged",
                            "sss");
            client.peers().owner(NAME);
            impostor.send(Message.outgoing(Message.Kind.SIGNAL, 1, header, body));
            impostor.call(client.uniqueName(), "/", "org.freedesktop.DBus.Peer", "Ping", SOON, "");

            assertThat(client.peers().owner(NAME)).contains(service.uniqueName());
        }
    }

    @Test
    void changesOfPropertiesAreTold() {
        var seen = Collections.synchronizedList(new ArrayList<String>());
        var type = StandardInterfaces.Properties.PropertiesChanged.class;
        try (var _ =
                client.subscribe(
                        type,
                        NAME,
                        PATH,
                        (change, _) ->
                                seen.add(
                                        change.interface_name()
                                                + change.changed_properties().keySet()))) {
            service.emitPropertiesChanged(PATH, Probe.class, Map.of("mood", new Variant<>("glad")));
            Await.until("told", () -> !seen.isEmpty());
        }
        assertThat(seen).containsExactly("org.example.Probe[mood]");
    }
}
