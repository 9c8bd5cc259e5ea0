package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

    private static final int CALLERS = 8;
    private static final int CALLS = 1_250;
    private static final int WITH_A_FILE = 25;

    @Test
    void isKeptPerSenderAndNothingIsLostOrLeftOpen() throws Exception {
        var file = Files.createFile(bus.folder().resolve("sent-along")).toString();
        var callers = new ArrayList<BusConnection>();
        var done = new ArrayList<Future<List<String>>>();
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                var caller = bus.connect();
                callers.add(caller);
                done.add(threads.submit(() -> answers(caller, file)));
            }
            for (var answers : done) {
                assertThat(answers.get()).isEqualTo(expected(file));
            }
        }
        callers.forEach(BusConnection::close);
        Await.until("no descriptor is left", () -> open(file) == 0);
    }

    /// Sends everything without waiting for answers; some calls have a descriptor with them.
    private static List<String> answers(BusConnection caller, String file) {
        var answers = Collections.synchronizedList(new ArrayList<String>());
        for (int i = 0; i < CALLS; i++) {
            var call = i % WITH_A_FILE == 0 ? describe(file) : echo(PATH, NAME, "" + i);
            caller.callAsync(
                    call,
                    answer -> {
                        try (answer) {
                            answers.add((String) answer.read()[0]);
                        }
                    });
        }
        Await.until("all are answered", () -> answers.size() == CALLS);
        return answers;
    }

    private static Message describe(String file) {
        var body = new WireWriter();
        body.writeInt(0);
        var header = Header.call(NAME, PATH, NAME, "Describe", "h");
        return Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body)
                .with(body.toBytes(), List.of(OpenFile.asPath(file)), false);
    }

    private static List<String> expected(String file) {
        return IntStream.range(0, CALLS)
                .mapToObj(i -> i % WITH_A_FILE == 0 ? file : "" + i)
                .toList();
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
                client.callAsync(
                        echo("/eager", OtherProbe.class.getName(), text),
                        answer -> seen.add("reply " + text));
            }
            assertThat(eager.Echo("last")).isEqualTo("last");
            // each runs on a thread of its own: the last one made need not be the last to come
            Await.until("all signals and replies came", () -> seen.size() == 601);
        }
        for (int i = 0; i < 300; i++) {
            assertThat(seen.indexOf("reply " + i)).isBetween(0, seen.indexOf("signal " + i) - 1);
        }
    }

    private static Message echo(String path, String type, String text) {
        var body = new WireWriter();
        body.writeString(text);
        var header = Header.call(NAME, path, type, "Echo", "s");
        return Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body);
    }
}
