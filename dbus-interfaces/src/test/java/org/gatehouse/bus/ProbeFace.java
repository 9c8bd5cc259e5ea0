package org.gatehouse.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.example.Probe;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.protocol.PortalException;

/// What the tests of the bus layer call.
final class ProbeFace implements Probe {

    final CountDownLatch release = new CountDownLatch(1);
    final List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
    volatile String mood = "calm";

    ExportedInterface<Probe> exported() {
        return ExportedInterface.of(Probe.class, this)
                .property("version", () -> new UInt32(7))
                .property("mood", () -> mood, value -> mood = (String) value);
    }

    @Override
    public String Echo(String text) {
        return text;
    }

    @Override
    public RawVariant Keep(RawVariant value) {
        return value;
    }

    @Override
    public Pair Split(List<Point> points, Map<String, List<String>> names) {
        return new Pair(new UInt32(points.stream().mapToInt(Point::x).sum()), names);
    }

    @Override
    public String Describe(UnixFd file) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + file.number())).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public UnixFd Open(String path) {
        return OpenFile.readOnly(path);
    }

    @Override
    public void Fail(String kind) {
        throw switch (kind) {
            case "FAILED" -> PortalException.failed(kind);
            case "INVALID_ARGUMENT" -> PortalException.invalidArgument(kind);
            case "NOT_FOUND" -> PortalException.notFound(kind);
            case "EXISTS" -> PortalException.exists(kind);
            case "NOT_ALLOWED" -> PortalException.notAllowed(kind);
            case "CANCELLED" -> PortalException.cancelled(kind);
            case "WINDOW_DESTROYED" -> PortalException.windowDestroyed(kind);
            case "ACCESS_DENIED" -> PortalException.accessDenied(kind);
            case "INVALID_ARGS" -> PortalException.invalidArgs(kind);
            case "DBUS_FAILED" -> PortalException.dbusFailed(kind);
            default -> new IllegalStateException(kind);
        };
    }

    @Override
    public List<String> Options(Map<String, Variant<?>> options) {
        return List.copyOf(options.keySet());
    }

    @Override
    public void Wait() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void Number(int number) {
        numbers.add(number);
    }

    @Override
    public String getObjectPath() {
        return "/org/example/Probe";
    }
}
