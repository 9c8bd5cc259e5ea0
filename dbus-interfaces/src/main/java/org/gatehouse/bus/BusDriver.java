package org.gatehouse.bus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.Signatures;
import org.gatehouse.bus.wire.WireWriter;

/// The calls to the bus itself.
///
/// Source: D-Bus specification, "Message Bus Messages".
final class BusDriver {

    static final String NAME = "org.freedesktop.DBus";
    static final String OWNER_CHANGES =
            "type='signal',sender='org.freedesktop.DBus',"
                    + "interface='org.freedesktop.DBus',member='NameOwnerChanged'";

    private static final String PATH = "/org/freedesktop/DBus";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Set<Long> OWNED = Set.of(1L, 4L);

    private final BusConnection connection;

    BusDriver(BusConnection connection) {
        this.connection = connection;
    }

    String hello() {
        return (String) call("Hello", "")[0];
    }

    void addMatch(String rule) {
        call("AddMatch", "s", rule);
    }

    void removeMatch(String rule) {
        connection.send(message("RemoveMatch", Message.NO_REPLY_EXPECTED, "s", rule));
    }

    /// @return whether the name is ours now
    boolean requestName(String name, Set<NameOption> options) {
        int flags = NameOption.DO_NOT_QUEUE;
        for (var option : options) {
            flags |= option.flag();
        }
        var answer = (UInt32) call("RequestName", "su", name, new UInt32(flags))[0];
        return OWNED.contains(answer.longValue());
    }

    void releaseName(String name) {
        call("ReleaseName", "s", name);
    }

    /// Asks without waiting; the answer, `""` for nobody, comes on the reading thread, in order
    /// with the bus's other messages.
    void askOwner(String name, Consumer<String> answered) {
        connection.callAsync(
                message("GetNameOwner", 0, "s", name),
                answer ->
                        answered.accept(
                                answer.kind() == Message.Kind.METHOD_RETURN
                                        ? (String) answer.read()[0]
                                        : ""));
    }

    PeerCredentials credentials(String uniqueName) {
        @SuppressWarnings("unchecked")
        var known = (Map<String, Variant<?>>) call("GetConnectionCredentials", "s", uniqueName)[0];
        var process = value(known, "ProcessFD", UnixFd.class);
        if (!known.containsKey("UnixUserID") || !known.containsKey("ProcessID")) {
            process.ifPresent(UnixFd::close);
            throw new BusException("the bus does not know who " + uniqueName + " is");
        }
        return new PeerCredentials(
                value(known, "UnixUserID", UInt32.class).orElseThrow().longValue(),
                value(known, "ProcessID", UInt32.class).orElseThrow().longValue(),
                process,
                value(known, "LinuxSecurityLabel", byte[].class).map(BusDriver::label));
    }

    private static String label(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static <T> Optional<T> value(Map<String, Variant<?>> map, String key, Class<T> type) {
        var variant = map.get(key);
        return variant != null && type.isInstance(variant.getValue())
                ? Optional.of(type.cast(variant.getValue()))
                : Optional.empty();
    }

    String id() {
        return (String) call("GetId", "")[0];
    }

    private Object[] call(String member, String signature, Object... arguments) {
        return connection.call(message(member, 0, signature, arguments), DEADLINE).read();
    }

    private static Message message(
            String member, int flags, String signature, Object... arguments) {
        var body = new WireWriter();
        body.writeAll(Signatures.parse(signature), arguments);
        var header = new Header(PATH, NAME, member, "", 0, NAME, "", signature, 0);
        return Message.outgoing(Message.Kind.METHOD_CALL, flags, header, body);
    }

    /// Whether a message is from the bus itself.
    static boolean isFromBus(Message message) {
        return message.header().sender().equals(NAME);
    }
}
