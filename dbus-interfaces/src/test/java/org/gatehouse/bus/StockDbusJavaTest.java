package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.example.Plain;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.WireWriter;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Why the serving side of dbus-java is not used: the same questions as in the tests beside this
/// one, put to a service of stock dbus-java. When one of these tests fails, a part of the bus layer
/// can go.
class StockDbusJavaTest {

    private static final String NAME = "org.example.Plain";
    private static final String PATH = "/org/example/Plain";
    private static final Duration SOON = Duration.ofSeconds(10);

    private PrivateBus bus;
    private DBusConnection stock;
    private BusConnection client;

    private static final class PlainFace implements Plain {
        @Override
        public String Echo(String text) {
            if (text.isEmpty()) {
                throw new IllegalStateException("empty");
            }
            return text;
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    @BeforeEach
    void serve() throws DBusException {
        bus = PrivateBus.start();
        var address = bus.address().addresses().getFirst();
        stock = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        stock.exportObject(PATH, new PlainFace());
        stock.requestBusName(NAME);
        client = bus.connect();
    }

    @AfterEach
    void end() {
        client.close();
        // stock notices by itself; closing it first waits 20 s for an answer when it is deaf
        bus.close();
    }

    @Test
    void answersForAnInterfaceThatIsNotServed() {
        assertThat(echo("org.example.Another", "a")).isEqualTo("a");
    }

    @Test
    void namesAnErrorAfterAJavaClass() {
        assertThatThrownBy(() -> echo(NAME, ""))
                .extracting("name")
                .asString()
                .startsWith("org.freedesktop.dbus.");
    }

    @Test
    void sendsItsSignalsToEverybody() throws DBusException {
        var seen = Collections.synchronizedList(new ArrayList<String>());
        try (var _ = client.subscribe(Plain.Told.class, NAME, null, (t, _) -> seen.add(t.text()))) {
            stock.sendMessage(new Plain.StockTold(PATH, "secret"));
            Await.until("everybody sees it", () -> seen.contains("secret"));
        }
    }

    @Test
    void takesOverANameThatItOnlyAskedFor() throws DBusException {
        client.requestName("org.example.Given", Set.of(NameOption.ALLOW_REPLACEMENT));

        stock.requestBusName("org.example.Given");

        assertThat(client.peers().owner("org.example.Given")).contains(stock.getUniqueName());
    }

    @Test
    void describesItselfWithoutArgumentNames() {
        var interfaceName = "org.freedesktop.DBus.Introspectable";

        var described = client.call(NAME, PATH, interfaceName, "Introspect", SOON, "")[0];

        assertThat(described).asString().contains("<method name=\"Echo\"").doesNotContain("text");
    }

    @Test
    void isDeafAfterOneDescriptorIndexThatIsOutOfRange() {
        var body = new WireWriter();
        body.writeInt(3);
        var header = Header.call(NAME, PATH, NAME, "Echo", "h");
        client.send(Message.outgoing(Message.Kind.METHOD_CALL, 1, header, body));

        var next = client.remote(Plain.class, NAME, PATH, Duration.ofSeconds(2));
        assertThatThrownBy(() -> List.of(next.Echo("still there?")))
                .isInstanceOf(BusException.class);
    }

    private Object echo(String interfaceName, String text) {
        return client.call(NAME, PATH, interfaceName, "Echo", SOON, "s", text)[0];
    }
}
