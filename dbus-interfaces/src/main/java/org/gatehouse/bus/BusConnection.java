package org.gatehouse.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.RecordShape;
import org.gatehouse.bus.wire.Signatures;
import org.gatehouse.bus.wire.WireType;
import org.gatehouse.bus.wire.WireWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection to a message bus: serves objects, calls others, sends and receives signals.
///
/// Threads: one platform thread reads; handlers and listeners run on the executor given at the
/// start (virtual threads by default); everything public may be called from any thread. Calls wait
/// on the calling thread, never while a lock is held.
public final class BusConnection implements AutoCloseable {

    /// A call waits for its answer for as long as it takes.
    public static final Duration NO_DEADLINE = Duration.ZERO;

    private static final Logger LOG = LoggerFactory.getLogger(BusConnection.class);

    private final UnixSocket socket;
    private final MessageReader reader;
    private final MessageWriter writer;
    private final AtomicInteger lastSerial = new AtomicInteger();
    private final PendingCalls pending = new PendingCalls();
    private final ObjectTree objects = new ObjectTree();
    private final BusDriver driver = new BusDriver(this);
    private final Dispatcher dispatcher;
    private final Signals signals;
    private final Peers peers;
    private final SerialQueue notices;
    private final List<Consumer<String>> nameLost = new CopyOnWriteArrayList<>();
    private final List<Runnable> onClosed = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread readingThread;
    private String uniqueName = "";

    private BusConnection(UnixSocket socket, Executor executor) {
        this.socket = socket;
        this.reader = new MessageReader(socket);
        this.writer = new MessageWriter(socket);
        this.dispatcher = new Dispatcher(this, objects, executor);
        this.signals = new Signals(executor);
        this.peers = new Peers(this, executor);
        this.notices = new SerialQueue(executor);
        this.readingThread = Thread.ofPlatform().daemon().name("bus-reader").unstarted(this::read);
    }

    /// Connects; handlers run on virtual threads.
    ///
    /// @throws BusException if the bus cannot be reached
    public static BusConnection open(BusAddress address) {
        return open(address, Thread::startVirtualThread);
    }

    /// Connects; handlers run on the threads of `executor`.
    ///
    /// @throws BusException if the bus cannot be reached
    public static BusConnection open(BusAddress address, Executor executor) {
        var connection = new BusConnection(BusTransport.connect(address), executor);
        connection.readingThread.start();
        try {
            connection.uniqueName = connection.driver.hello();
            // before anything else: who calls later must have been announced to us
            connection.driver.addMatch(BusDriver.OWNER_CHANGES);
        } catch (BusException e) {
            connection.close();
            throw e;
        }
        SelfPing.watch(connection);
        return connection;
    }

    /// Our unique name, such as `:1.42`.
    public String uniqueName() {
        return uniqueName;
    }

    /// The number of the socket's descriptor: to look at what is open, never to use or close it.
    public int descriptor() {
        return socket.number();
    }

    /// Who else is on the bus.
    public Peers peers() {
        return peers;
    }

    /// The id of the bus, which is another one for each login session.
    public String busId() {
        return driver.id();
    }

    // names

    /// Asks for a name, without ever queueing for it.
    ///
    /// @return whether it is ours now
    public boolean requestName(String name, Set<NameOption> options) {
        return driver.requestName(name, options);
    }

    public void releaseName(String name) {
        driver.releaseName(name);
    }

    /// Tells when a name of ours was taken over or released.
    public void onNameLost(Consumer<String> listener) {
        nameLost.add(listener);
    }

    // serving

    /// Serves interfaces at a path, until the subscription is closed.
    ///
    /// @throws IllegalArgumentException if one of them is served there already, or the path is none
    public Subscription export(String path, List<? extends ExportedInterface<?>> interfaces) {
        return objects.add(path, interfaces);
    }

    /// Tells everybody that properties at a path have new values.
    public void emitPropertiesChanged(String path, Class<?> type, Map<String, Variant<?>> changed) {
        emit(
                path,
                new StandardInterfaces.Properties.PropertiesChanged(
                        InterfaceTable.of(type).name(), changed, List.of()));
    }

    // signals

    /// Sends a signal to everybody who wants it.
    public <S extends Record & BusSignal> void emit(String path, S signal) {
        emitTo("", path, signal);
    }

    /// Sends a signal to one peer; nobody else sees it.
    public <S extends Record & BusSignal> void emitTo(String destination, String path, S signal) {
        var type = signal.getClass();
        var table = InterfaceTable.of(type.getDeclaringClass());
        var shape = table.signals().get(type.getSimpleName());
        if (shape == null) {
            throw new IllegalArgumentException(type + " is no signal");
        }
        var types = shape.arguments().stream().map(InterfaceTable.Argument::type).toList();
        var body = new WireWriter();
        body.writeAll(types, RecordShape.of(type).fields(signal));
        var signature = WireType.signatureOf(types);
        var header =
                Header.signal(destination, path, table.name(), type.getSimpleName(), signature);
        send(Message.outgoing(Message.Kind.SIGNAL, Message.NO_REPLY_EXPECTED, header, body));
    }

    /// Tells of a signal, in order, but only if it comes from the present owner of `name`.
    ///
    /// @param name a well-known or unique name
    /// @param path of the object that signals, or null for any
    public <S extends Record & BusSignal> Subscription subscribe(
            Class<S> type, String name, @Nullable String path, BiConsumer<S, Message> listener) {
        var interfaceName = InterfaceTable.of(type.getDeclaringClass()).name();
        peers.owner(name);
        Predicate<Message> from =
                message ->
                        peers.isOwner(message.header().sender(), name)
                                && (path == null || message.header().path().equals(path));
        var told = signals.add(type, from, listener);
        var rule =
                "type='signal',sender='"
                        + name
                        + "',interface='"
                        + interfaceName
                        + "',member='"
                        + type.getSimpleName()
                        + (path == null ? "'" : "',path='" + path + "'");
        driver.addMatch(rule);
        return () -> {
            told.close();
            if (!closed.get()) {
                driver.removeMatch(rule);
            }
        };
    }

    // calling

    /// A remote object as its transcribed interface. Its methods throw [RemoteException] for an
    /// error answer, [CallTimeout] after the deadline, [CallInterrupted] when the waiting thread is
    /// interrupted.
    public <T> T remote(Class<T> type, String destination, String path, Duration deadline) {
        return RemoteProxy.of(this, type, destination, path, deadline);
    }

    /// Reads a property of a remote object.
    public Object property(
            Class<?> type, String destination, String path, String name, Duration deadline) {
        var properties = remote(StandardInterfaces.Properties.class, destination, path, deadline);
        return properties.Get(InterfaceTable.of(type).name(), name).getValue();
    }

    /// Reads all properties of a remote object.
    public Map<String, Variant<?>> properties(
            Class<?> type, String destination, String path, Duration deadline) {
        var properties = remote(StandardInterfaces.Properties.class, destination, path, deadline);
        return properties.GetAll(InterfaceTable.of(type).name());
    }

    /// Writes a property of a remote object.
    public void setProperty(
            Class<?> type,
            String destination,
            String path,
            String name,
            Variant<?> value,
            Duration deadline) {
        remote(StandardInterfaces.Properties.class, destination, path, deadline)
                .Set(InterfaceTable.of(type).name(), name, value);
    }

    /// Calls a method that no transcription describes.
    ///
    /// @param signature of the arguments
    /// @return the results in order, typed as their signature says
    public Object[] call(
            String destination,
            String path,
            String interfaceName,
            String member,
            Duration deadline,
            String signature,
            Object... arguments) {
        var body = new WireWriter();
        body.writeAll(Signatures.parse(signature), arguments);
        var header = Header.call(destination, path, interfaceName, member, signature);
        return call(Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body), deadline).read();
    }

    /// What the bus knows of a peer.
    public PeerCredentials credentials(String peer) {
        return driver.credentials(peer);
    }

    Message call(Message call, Duration deadline) {
        int serial = nextSerial();
        var answer = pending.add(serial);
        try {
            writer.write(call, serial);
            var what = call.header().destination() + " " + call.header().member();
            return checked(PendingCalls.await(answer, deadline, what));
        } finally {
            pending.forget(serial);
        }
    }

    void callAsync(Message call, Consumer<Message> answered) {
        int serial = nextSerial();
        pending.add(serial, answered, () -> {});
        writer.write(call, serial);
    }

    private static Message checked(Message answer) {
        if (answer.truncated()) {
            throw new BusException("the answer is over the limit of 8 MiB");
        }
        if (answer.kind() != Message.Kind.ERROR) {
            closeUnmentioned(answer);
            return answer;
        }
        try (answer) {
            var text = answer.header().signature().startsWith("s") ? (String) answer.read()[0] : "";
            throw new RemoteException(answer.header().errorName(), text);
        }
    }

    /// Descriptors that no value of the answer stands for would stay open for ever.
    private static void closeUnmentioned(Message answer) {
        var signature = answer.header().signature();
        if (signature.indexOf('h') < 0 && signature.indexOf('v') < 0) {
            answer.close();
        }
    }

    void send(Message message) {
        writer.write(message, nextSerial());
    }

    private int nextSerial() {
        return lastSerial.updateAndGet(serial -> serial == Integer.MAX_VALUE ? 1 : serial + 1);
    }

    BusDriver driver() {
        return driver;
    }

    /// Runs what listeners have to be told one after another.
    void inOrder(Runnable notice) {
        notices.add(notice, Integer.MAX_VALUE);
    }

    void peerVanished(String name) {
        dispatcher.forget(name);
    }

    private void read() {
        try {
            while (true) {
                route(reader.next());
            }
        } catch (IOException e) {
            LOG.debug("the connection to the bus has ended", e);
        } finally {
            end();
        }
    }

    private void route(Message message) {
        try {
            peers.seen(message.header().sender());
            switch (message.kind()) {
                case METHOD_RETURN, ERROR -> pending.answered(message);
                case METHOD_CALL -> dispatcher.dispatch(message);
                case SIGNAL -> signal(message);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            // one message must never end the thread that reads all of them
            message.close();
            LOG.warn("a message could not be dealt with: {}", message.header(), e);
        }
    }

    private void signal(Message message) {
        if (!BusDriver.isFromBus(message)) {
            signals.deliver(message);
            return;
        }
        switch (message.header().member()) {
            case "NameOwnerChanged" -> peers.ownerChanged(message);
            case "NameLost" -> {
                var name = (String) message.read()[0];
                nameLost.forEach(listener -> inOrder(() -> listener.accept(name)));
            }
            default -> signals.deliver(message);
        }
    }

    /// Tells when the connection has ended, whatever the reason; at once if it has.
    public void onClosed(Runnable listener) {
        onClosed.add(listener);
        if (closed.get() && onClosed.remove(listener)) {
            listener.run();
        }
    }

    public boolean isClosed() {
        return closed.get();
    }

    private void end() {
        closed.set(true);
        writer.close();
        pending.close();
        reader.close();
        socket.close();
        onClosed.forEach(listener -> {
            if (onClosed.remove(listener)) {
                Thread.startVirtualThread(listener);
            }
        });
    }

    /// Ends the connection; waiting calls fail, what was sent before is still delivered.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            socket.shutdown();
        }
    }
}
