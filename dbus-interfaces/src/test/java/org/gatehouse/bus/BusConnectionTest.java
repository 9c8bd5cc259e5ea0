package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.example.OtherProbe;
import org.example.Probe;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.WireWriter;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusConnectionTest {

    private static final String NAME = "org.example.Probe";
    private static final String PATH = "/org/example/Probe";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ProbeFace FACE = new ProbeFace();

    @SuppressWarnings("NullAway.Init")
    private static PrivateBus bus;

    @SuppressWarnings("NullAway.Init")
    private static BusConnection service;

    @SuppressWarnings("NullAway.Init")
    private static BusConnection client;

    @BeforeAll
    static void serve() {
        bus = PrivateBus.start();
        service = bus.connect();
        OtherProbe other =
                new OtherProbe() {
                    @Override
                    public String Echo(String text) {
                        return "other " + text;
                    }

                    @Override
                    public String getObjectPath() {
                        return PATH;
                    }
                };
        service.export(
                PATH,
                List.of(
                        FACE.exported(),
                        ExportedInterface.of(OtherProbe.class, other)
                                .property("version", () -> new UInt32(8))));
        service.requestName(NAME, EnumSet.noneOf(NameOption.class));
        client = bus.connect();
    }

    @AfterAll
    static void end() {
        client.close();
        service.close();
        bus.close();
    }

    private static Probe probe() {
        return client.remote(Probe.class, NAME, PATH, SOON);
    }

    private static Object[] call(String path, String type, String member, Object... arguments) {
        return client.call(NAME, path, type, member, SOON, "s".repeat(arguments.length), arguments);
    }

    @Nested
    class Dispatch {

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
            assertThatThrownBy(() ->
                            client.setProperty(Probe.class, NAME, PATH, "version", seven, SOON))
                    .extracting("name")
                    .isEqualTo("org.freedesktop.DBus.Error.PropertyReadOnly");
            assertThatThrownBy(
                            () -> client.setProperty(Probe.class, NAME, PATH, "mood", seven, SOON))
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
            assertThatThrownBy(
                            () -> client.call(NAME, PATH, NAME, "Echo", SOON, "u", new UInt32(1)))
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

    @Nested
    class Values {

        @Test
        void structsAndMapsComeAsRecordsAndMaps() {
            var names = Map.of("a", List.of("x", "y"), "b", List.<String>of());
            var answer =
                    probe().Split(List.of(new Probe.Point(3, 0.5), new Probe.Point(4, 1)), names);

            assertThat(answer.count()).isEqualTo(new UInt32(7));
            assertThat(answer.names()).isEqualTo(names);
        }

        @Test
        void anOPathDescriptorArrivesAndNoneIsLeft() throws IOException {
            var file = Files.createFile(bus.folder().resolve("file"));
            probe().Describe(OpenFile.asPath(file.toString()));
            long before = descriptors();

            for (int i = 0; i < 50; i++) {
                assertThat(probe().Describe(OpenFile.asPath(file.toString())))
                        .isEqualTo(file.toString());
            }

            Await.until("descriptors are closed", () -> descriptors() <= before);
        }

        @Test
        void aDescriptorSentBackCanBeRead() throws IOException {
            var file = Files.writeString(bus.folder().resolve("hello"), "hello");

            try (var answer = probe().Open(file.toString())) {
                assertThat(Files.readString(Path.of("/proc/self/fd/" + answer.number())))
                        .isEqualTo("hello");
            }
        }
    }

    @Nested
    class Order {

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
        void aWaitingHandlerHoldsUpNobodyElse() {
            try (var slow = bus.connect()) {
                var waiting =
                        Thread.startVirtualThread(() ->
                                slow.remote(Probe.class, NAME, PATH, BusConnection.NO_DEADLINE)
                                        .Wait());
                assertThat(probe().Echo("meanwhile")).isEqualTo("meanwhile");
                assertThat(waiting.isAlive()).isTrue();
                FACE.release.countDown();
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
                Await.until("all signals came", () -> seen.contains("signal 299"));
            }
            for (int i = 0; i < 300; i++) {
                assertThat(seen.indexOf("reply " + i))
                        .isBetween(0, seen.indexOf("signal " + i) - 1);
            }
        }

        private static Message echo(String path, String text) {
            var body = new WireWriter();
            body.writeString(text);
            var header = Header.call(NAME, path, OtherProbe.class.getName(), "Echo", "s");
            return Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body);
        }
    }

    @Nested
    class SignalsToOnePeer {

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
    }

    @Nested
    class Names {

        @Test
        void areNotQueuedForNorTakenOver() {
            var exclusive = EnumSet.noneOf(NameOption.class);
            var replacing = EnumSet.of(NameOption.REPLACE_EXISTING);

            assertThat(client.requestName(NAME, exclusive)).isFalse();
            assertThat(client.requestName(NAME, replacing)).isFalse();
        }

        @Test
        void twoOnOneConnectionBothServe() {
            service.requestName("org.example.Second", Set.of());
            var second = client.remote(Probe.class, "org.example.Second", PATH, SOON);

            assertThat(second.Echo("x")).isEqualTo("x");
        }

        @Test
        void replacementIsToldToTheFormerOwner() {
            var lost = Collections.synchronizedList(new ArrayList<String>());
            try (var first = bus.connect();
                    var next = bus.connect()) {
                first.onNameLost(lost::add);
                first.requestName("org.example.Given", Set.of(NameOption.ALLOW_REPLACEMENT));
                boolean taken =
                        next.requestName("org.example.Given", Set.of(NameOption.REPLACE_EXISTING));

                assertThat(taken).isTrue();
                Await.until("the former owner knows", () -> lost.contains("org.example.Given"));
            }
        }

        @Test
        void changesOfOwnerAreTold() {
            var changes = Collections.synchronizedList(new ArrayList<String>());
            try (var _ =
                    client.peers()
                            .onOwnerChange(
                                    "org.example.Moving", (a, b) -> changes.add(a + ">" + b))) {
                String unique;
                try (var owner = bus.connect()) {
                    unique = owner.uniqueName();
                    assertThat(client.peers().owner("org.example.Moving")).isEmpty();
                    owner.requestName("org.example.Moving", Set.of());
                    Await.until("told", () -> !changes.isEmpty());
                    assertThat(client.peers().owner("org.example.Moving")).contains(unique);
                }
                Await.until("told again", () -> changes.size() == 2);
                assertThat(changes).containsExactly(">" + unique, unique + ">");
            }
        }
    }

    @Nested
    class PeersOnTheBus {

        @Test
        void areAnnouncedWithTheirTime() {
            try (var late = bus.connect()) {
                Await.until(
                        "announced",
                        () -> client.peers().announcedAt(late.uniqueName()).isPresent());
            }
        }

        @Test
        void areKnownByTheirCredentials() {
            try (var known = client.credentials(service.uniqueName())) {
                assertThat(known.pid()).isEqualTo(ProcessHandle.current().pid());
            }
        }

        @Test
        void areMissedOnceEvenWhenTheyWentBefore() {
            var gone = Collections.synchronizedList(new ArrayList<String>());
            String unique;
            try (var brief = bus.connect()) {
                unique = brief.uniqueName();
                Await.until("announced", () -> client.peers().announcedAt(unique).isPresent());
                client.peers().onVanish(unique, () -> gone.add("watched"));
            }
            Await.until("told", () -> gone.contains("watched"));
            client.peers().onVanish(unique, () -> gone.add("too late"));
            Await.until("told at once", () -> gone.size() == 2);
        }
    }

    @Nested
    class OutgoingCalls {

        @Test
        void endAtTheirDeadline() {
            try (var hanging = bus.connect()) {
                var face = new ProbeFace();
                hanging.export(PATH, List.of(face.exported()));
                var probe =
                        client.remote(
                                Probe.class, hanging.uniqueName(), PATH, Duration.ofMillis(50));

                assertThatThrownBy(probe::Wait).isInstanceOf(CallTimeout.class);
                face.release.countDown();
            }
        }

        @Test
        void endWhenTheirThreadIsInterrupted() throws InterruptedException {
            try (var hanging = bus.connect()) {
                var face = new ProbeFace();
                hanging.export(PATH, List.of(face.exported()));
                var probe =
                        client.remote(
                                Probe.class, hanging.uniqueName(), PATH, BusConnection.NO_DEADLINE);
                var ended = new ArrayList<Throwable>();
                var waiting =
                        Thread.ofVirtual()
                                .start(() -> {
                                    try {
                                        probe.Wait();
                                    } catch (CallInterrupted e) {
                                        ended.add(e);
                                    }
                                });
                waiting.interrupt();
                waiting.join();

                assertThat(ended).hasSize(1);
                face.release.countDown();
            }
        }

        @Test
        void failWhenNobodyIsThere() {
            var nobody = client.remote(Probe.class, "org.example.Nobody", PATH, SOON);

            assertThatThrownBy(() -> nobody.Echo(""))
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.isPeerAbsent()).isTrue());
        }
    }

    private static void assertStillAnswers() {
        assertThat(call(PATH, "org.freedesktop.DBus.Peer", "Ping")).isEmpty();
    }

    private static long descriptors() {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
