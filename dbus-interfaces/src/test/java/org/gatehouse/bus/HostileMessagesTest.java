package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.Probe;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.WireWriter;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no caller may do to the service: stock dbus-java goes deaf at the first of these.
class HostileMessagesTest extends ServedProbe {

    private static final String FAILED = "org.freedesktop.portal.Error.Failed";
    private static final String INVALID_ARGS = "org.freedesktop.DBus.Error.InvalidArgs";

    @AfterEach
    void theServiceStillAnswers() {
        assertStillAnswers();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 7, Integer.MAX_VALUE})
    void aDescriptorIndexOutOfRangeIsAnsweredWithAnError(int index) {
        var body = new WireWriter();
        body.writeInt(index);

        assertRefused("Describe", "h", body, INVALID_ARGS);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 7, Integer.MAX_VALUE})
    void aDescriptorIndexOutOfRangeInsideAVariantToo(int index) {
        var body = new WireWriter();
        body.writeInt(16);
        body.align(8);
        body.writeString("key");
        body.writeSignature("h");
        body.writeInt(index);
        // the array began at 8, behind its length and padding
        assertThat(body.size()).isEqualTo(24);

        assertRefused("Options", "a{sv}", body, INVALID_ARGS);
    }

    @Test
    void anIndexBehindTheLastOfSeveralDescriptorsIsRefusedAndTheyAreClosed() throws IOException {
        var file = Files.createTempFile(bus.folder(), "leak", "").toString();
        var names = List.of(file);
        for (int i = 0; i < 20; i++) {
            var body = new WireWriter();
            body.writeInt(1);
            var message = message("Describe", "h", body).with(body.toBytes(), files(names), false);
            assertThatThrownBy(() -> client.call(message, SOON))
                    .extracting("name")
                    .isEqualTo(INVALID_ARGS);
        }
        Await.until("closed on every path", () -> open(file) == 0);
    }

    @Test
    void descriptorsOfACallToNobodyAreClosed() throws IOException {
        var file = Files.createTempFile(bus.folder(), "leak", "").toString();
        var body = new WireWriter();
        body.writeInt(0);
        var header = Header.call(NAME, "/nowhere", NAME, "Describe", "h");
        var message =
                Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body)
                        .with(body.toBytes(), files(List.of(file)), false);

        assertThatThrownBy(() -> client.call(message, SOON)).isInstanceOf(RemoteException.class);
        Await.until("closed", () -> open(file) == 0);
    }

    @Test
    void aStringOf30MebibytesIsRefusedWithoutRoomBeingMadeForIt() {
        var text = "x".repeat(30 << 20);

        assertThatThrownBy(() -> probe().Echo(text))
                .hasMessageContaining("1 MiB")
                .extracting("name")
                .isEqualTo(FAILED);
    }

    @Test
    void variantsNestedAsDeepAsTheBusAllowsAreReadOrRefused() {
        for (int depth = 1; depth <= 64; depth++) {
            var body = new WireWriter();
            body.writeSignature("v");
            for (int i = 1; i < depth - 1; i++) {
                body.writeSignature("v");
            }
            body.writeSignature("s");
            body.writeString("deep");
            var message = message("Keep", "v", body);
            try {
                client.call(message, SOON);
            } catch (RemoteException e) {
                assertThat(e.name()).isEqualTo("org.freedesktop.portal.Error.InvalidArgument");
                assertThat(depth).isGreaterThan(32);
            }
        }
    }

    @Test
    void aValueThatIsKeptComesBackByteForByte() {
        var body = new WireWriter();
        body.writeSignature("a{sv}");
        body.writeInt(2 * 16 + 16);
        body.align(8);
        for (int i = 0; i < 2; i++) {
            body.align(8);
            body.writeString("same");
            body.writeSignature("d");
            body.writeLong(0x7ff8_0000_dead_beefL + i);
        }
        var keep = message("Keep", "v", body);
        var lengths = body.toBytes();
        try (var answer = client.call(keep, SOON)) {
            // a dictionary with a repeated key and not-a-numbers with a payload
            assertThat(answer.body()).isEqualTo(lengths);
        }
    }

    @Test
    void aCallerThatVanishesMidCallLeavesNothingBehind() {
        var face = new ProbeFace();
        service.export("/slow", List.of(face.exported()));
        for (int i = 0; i < 20; i++) {
            try (var brief = bus.connect()) {
                var header = Header.call(NAME, "/slow", Probe.class.getName(), "Wait", "");
                brief.send(Message.outgoing(Message.Kind.METHOD_CALL, 0, header, new WireWriter()));
            }
        }
        assertStillAnswers();
        face.release.countDown();
    }

    @Test
    void callsThatPileUpAreRefusedBeyondALimitAndTheirNumberIsNoMemory() {
        var face = new ProbeFace();
        var refused = new AtomicInteger();
        try (var _ = service.export("/piled", List.of(face.exported()));
                var flooding = bus.connect()) {
            var large = "x".repeat(1 << 19);
            flooding.callAsync(message("/piled", "Wait", ""), _ -> {});
            for (int i = 0; i < 20; i++) {
                var body = new WireWriter();
                body.writeString(large);
                var header = Header.call(NAME, "/piled", NAME, "Echo", "s");
                flooding.callAsync(
                        Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body),
                        answer -> refused.addAndGet(isError(answer) ? 1 : 0));
            }
            Await.until("some are refused", () -> refused.get() >= 12);
            assertStillAnswers();
            face.release.countDown();
        }
    }

    private static boolean isError(Message answer) {
        return answer.kind() == Message.Kind.ERROR;
    }

    private static Message message(String path, String member, String signature) {
        var header = Header.call(NAME, path, NAME, member, signature);
        return Message.outgoing(Message.Kind.METHOD_CALL, 0, header, new WireWriter());
    }

    @Test
    void textThatTheBusWouldNotCarryIsNotSent() {
        assertThatThrownBy(() -> probe().Echo("a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(probe().Echo("half a pair: \ud800")).isEqualTo("half a pair: ?");
    }

    @Test
    void optionsOfAnyTypeAreRead() {
        assertThat(probe().Options(Map.of("a", new Variant<>(List.of("x"), "as"))))
                .containsExactly("a");
    }

    private static void assertRefused(
            String member, String signature, WireWriter body, String error) {
        assertThatThrownBy(() -> client.call(message(member, signature, body), SOON))
                .extracting("name")
                .isEqualTo(error);
    }

    private static Message message(String member, String signature, WireWriter body) {
        var header = Header.call(NAME, PATH, NAME, member, signature);
        return Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body);
    }

    private static List<UnixFd> files(List<String> names) {
        return names.stream().map(OpenFile::asPath).toList();
    }
}
