package org.example;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.UnixFd;

/// An interface with one member of each sort, for the tests of the bus layer.
@DBusProperty(name = "version", type = UInt32.class, access = DBusProperty.Access.READ)
@DBusProperty(name = "mood", type = String.class, access = DBusProperty.Access.READ_WRITE)
public interface Probe extends DBusInterface {

    @Out("text")
    String Echo(String text);

    @Out("value")
    RawVariant Keep(RawVariant value);

    Pair Split(List<Point> points, Map<String, List<String>> names);

    @Out("path")
    String Describe(UnixFd file);

    @Out("file")
    UnixFd Open(String path);

    void Fail(String kind);

    @Out("options")
    List<String> Options(Map<String, Variant<?>> options);

    void Wait();

    void Number(int number);

    record Point(int x, double y) {}

    record Pair(UInt32 count, Map<String, List<String>> names) {}

    record Told(String text) implements BusSignal {}
}
