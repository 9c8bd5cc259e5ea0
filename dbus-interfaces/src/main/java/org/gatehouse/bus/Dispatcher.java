package org.gatehouse.bus;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.bus.InterfaceTable.MethodShape;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.protocol.PortalException;

/// Brings each incoming call to its handler: by path, interface and member.
///
/// Threads: [#dispatch] runs on the reading thread. Handlers run on the sender's serial queue, so
/// that calls of one sender stay in order and senders do not wait for each other; those that never
/// wait run at once when their sender has nothing queued.
final class Dispatcher {

    private final BusConnection connection;
    private final ObjectTree objects;
    private final StandardInterfaces standard;
    private final Executor executor;
    private final Map<String, WaitingCalls> queues = new ConcurrentHashMap<>();
    private final AtomicLong waitingBytes = new AtomicLong();

    /// What a call is for.
    private record Target(ExportedInterface<?> served, MethodShape method, boolean guarded) {}

    Dispatcher(BusConnection connection, ObjectTree objects, Executor executor) {
        this.connection = connection;
        this.objects = objects;
        this.standard = new StandardInterfaces(objects);
        this.executor = executor;
    }

    void dispatch(Message call) {
        try {
            dispatch(call, find(call));
        } catch (PortalException | Refusal e) {
            try (call) {
                Replies.sendError(connection, call, e);
            }
        }
    }

    private void dispatch(Message call, Target target) {
        if (call.truncated()) {
            throw PortalException.failed("Message body is over the limit of 1 MiB");
        }
        var sender = call.header().sender();
        var queue = queues.computeIfAbsent(sender, _ -> new WaitingCalls(executor, waitingBytes));
        var invocation = new Invocation(connection, call, target.method.outTypes());
        if (queue.isIdle() && runsInline(sender, target)) {
            handle(invocation, call, new Target(target.served, target.method, false));
            return;
        }
        if (!queue.add(call, () -> handle(invocation, call, target))) {
            throw PortalException.failed("Too many calls of this caller wait");
        }
    }

    /// The sender has left the bus.
    void forget(String sender) {
        queues.remove(sender);
    }

    private static boolean runsInline(String sender, Target target) {
        return target.served.isInline()
                && (!target.guarded
                        || target.served.guard().isAdmitted(sender, target.served.table().name()));
    }

    private static void handle(Invocation invocation, Message call, Target target) {
        try {
            if (target.guarded) {
                target.served.guard().admit(invocation);
            }
            var arguments = call.read(target.method.inTypes());
            var result =
                    ScopedValue.where(Invocation.CURRENT, invocation)
                            .call(() ->
                                    target.method
                                            .method()
                                            .invoke(target.served.handler(), arguments));
            if (!invocation.isDetached()) {
                invocation.answer(result == null ? Reply.NOTHING : result);
            }
        } catch (Throwable e) {
            // the edge of every call: whatever went wrong ends this call and nothing else
            refuse(invocation, e);
        }
    }

    private static void refuse(Invocation invocation, Throwable cause) {
        try {
            invocation.refuse(cause);
        } catch (BusException e) {
            // the connection has gone, and with it whoever waited
        }
    }

    private Target find(Message call) {
        var header = call.header();
        if (!header.interfaceName().isEmpty()) {
            var own = standard.all().get(header.interfaceName());
            if (own != null) {
                return standard(own, call);
            }
        }
        var served = objects.at(header.path());
        if (served.isEmpty()) {
            throw isOnTheWay(header.path())
                    ? unknownInterface(header.interfaceName())
                    : unknownObject(header.path());
        }
        return header.interfaceName().isEmpty() ? byMember(served, call) : named(served, call);
    }

    private Target standard(ExportedInterface<?> own, Message call) {
        var path = call.header().path();
        boolean isPeer = own.table().name().endsWith(".Peer");
        if (!isPeer && objects.at(path).isEmpty() && !isOnTheWay(path)) {
            throw unknownObject(path);
        }
        return target(own, call, false);
    }

    private boolean isOnTheWay(String path) {
        return path.equals("/") || !objects.children(path).isEmpty();
    }

    private static Target named(Map<String, ExportedInterface<?>> served, Message call) {
        var found = served.get(call.header().interfaceName());
        if (found == null) {
            throw unknownInterface(call.header().interfaceName());
        }
        return target(found, call, true);
    }

    /// A call need not name an interface; the first one with such a member counts.
    private Target byMember(Map<String, ExportedInterface<?>> served, Message call) {
        var member = call.header().member();
        for (var candidate : served.values()) {
            if (candidate.table().methods().containsKey(member)) {
                return target(candidate, call, true);
            }
        }
        for (var candidate : standard.all().values()) {
            if (candidate.table().methods().containsKey(member)) {
                return target(candidate, call, false);
            }
        }
        throw new Refusal(Errors.UNKNOWN_METHOD, "No such method " + member);
    }

    private static Target target(ExportedInterface<?> served, Message call, boolean guarded) {
        var method = served.table().methods().get(call.header().member());
        if (method == null) {
            throw new Refusal(Errors.UNKNOWN_METHOD, "No such method " + call.header().member());
        }
        return new Target(served, method, guarded);
    }

    private static Refusal unknownObject(String path) {
        return new Refusal(Errors.UNKNOWN_OBJECT, "No such object " + path);
    }

    private static Refusal unknownInterface(String name) {
        return new Refusal(Errors.UNKNOWN_INTERFACE, "No such interface " + name);
    }
}
