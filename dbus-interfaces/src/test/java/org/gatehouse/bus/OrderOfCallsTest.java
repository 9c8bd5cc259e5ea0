package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.example.OtherProbe;
import org.example.Probe;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.WireWriter;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class OrderOfCallsTest extends ServedProbe {

    @Test
    void isKeptPerSenderAndNothingIsLost() throws Exception {
        var callers = new ArrayList<BusConnection>();
        var done = new ArrayList<Future<List<String>>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                var caller = bus.connect();
                callers.add(caller);
                done.add(threads.submit(() -> echoes(caller, 1250)));
            }
            for (var answers : done) {
                assertThat(answers.get()).isEqualTo(expected(1250));
            }
        }
        callers.forEach(BusConnection::close);
    }

    private static List<String> echoes(BusConnection caller, int count) {
        var probe = caller.remote(Probe.class, NAME, PATH, Duration.ofSeconds(60));
        var answers = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            answers.add(probe.Echo("" + i));
        }
        return answers;
    }

    private static List<String> expected(int count) {
        return IntStream.range(0, count).mapToObj(i -> "" + i).toList();
    }

    @Test
    void callsSentWithoutWaitingAreHandledInOrder() {
        FACE.numbers.clear();
        for (int i = 0; i < 500; i++) {
            var body = new WireWriter();
            body.writeInt(i);
            var header = Header.call(NAME, PATH, NAME, "Number", "i");
            client.send(Message.outgoing(Message.Kind.METHOD_CALL, 1, header, body));
        }
        Await.until("all arrived", () -> FACE.numbers.size() == 500);

        assertThat(FACE.numbers).isSorted();
    }

    @Test
    void aWaitingHandlerHoldsUpNobodyElse() throws InterruptedException {
        try (var slow = bus.connect()) {
            var waits = slow.remote(Probe.class, NAME, PATH, BusConnection.NO_DEADLINE);
            var waiting = Thread.startVirtualThread(waits::Wait);

            assertThat(probe().Echo("meanwhile")).isEqualTo("meanwhile");
            assertThat(waiting.isAlive()).isTrue();
            FACE.release.countDown();
            waiting.join();
        }
    }

    @Test
    void theReplyIsAlwaysBeforeWhatRunsAfterIt() {
        var seen = Collections.synchronizedList(new ArrayList<String>());
        class Eager implements OtherProbe {
            @Override
            public String Echo(String text) {
                var call = Invocation.current();
                call.afterReply(
                        () -> service.emitTo(call.sender(), "/eager", new Probe.Told(text)));
                return text;
            }

            @Override
            public String getObjectPath() {
                return "/eager";
            }
        }
        try (var _ =
                        service.export(
                                "/eager",
                                List.of(ExportedInterface.of(OtherProbe.class, new Eager())));
                var _ =
                        client.subscribe(
                                Probe.Told.class,
                                NAME,
                                "/eager",
                                (told, _) -> seen.add("signal " + told.text()))) {
            var eager = client.remote(OtherProbe.class, NAME, "/eager", SOON);
            for (int i = 0; i < 300; i++) {
                var text = "" + i;
                client.callAsync(echo("/eager", text), answer -> seen.add("reply " + text));
            }
            assertThat(eager.Echo("last")).isEqualTo("last");
            // each runs on a thread of its own: the last one made need not be the last to come
            Await.until("all signals and replies came", () -> seen.size() == 601);
        }
        for (int i = 0; i < 300; i++) {
            assertThat(seen.indexOf("reply " + i)).isBetween(0, seen.indexOf("signal " + i) - 1);
        }
    }

    private static Message echo(String path, String text) {
        var body = new WireWriter();
        body.writeString(text);
        var header = Header.call(NAME, path, OtherProbe.class.getName(), "Echo", "s");
        return Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body);
    }
}
