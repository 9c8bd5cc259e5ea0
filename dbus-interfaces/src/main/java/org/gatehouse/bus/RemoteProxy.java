package org.gatehouse.bus;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.RecordShape;
import org.gatehouse.bus.wire.WireType;
import org.gatehouse.bus.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/// A remote object as an instance of its transcribed interface.
///
/// Threads: any; each call waits on the calling thread.
final class RemoteProxy implements InvocationHandler {

    private final BusConnection connection;
    private final InterfaceTable table;
    private final String destination;
    private final String path;
    private final Duration deadline;

    private RemoteProxy(
            BusConnection connection,
            InterfaceTable table,
            String destination,
            String path,
            Duration deadline) {
        this.connection = connection;
        this.table = table;
        this.destination = destination;
        this.path = path;
        this.deadline = deadline;
    }

    static <T> T of(
            BusConnection connection,
            Class<T> type,
            String destination,
            String path,
            Duration deadline) {
        var table = InterfaceTable.of(type);
        var proxy = new RemoteProxy(connection, table, destination, path, deadline);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, proxy));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        var shape = table.methods().get(method.getName());
        if (shape == null) {
            return local(proxy, method, arguments);
        }
        var body = new WireWriter();
        body.writeAll(shape.inTypes(), arguments == null ? new Object[0] : arguments);
        var signature = WireType.signatureOf(shape.inTypes());
        var header = Header.call(destination, path, table.name(), method.getName(), signature);
        var call = Message.outgoing(Message.Kind.METHOD_CALL, 0, header, body);
        return result(method, connection.call(call, deadline).read(shape.outTypes()));
    }

    private static @Nullable Object result(Method method, Object[] results) {
        var type = method.getReturnType();
        if (type == void.class) {
            return null;
        }
        return type.isRecord() && type != RawVariant.class
                ? RecordShape.of(type).create(results)
                : results[0];
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
    private Object local(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "getObjectPath" -> path;
            case "isRemote" -> true;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> table.name() + " of " + destination + " at " + path;
        };
    }
}
