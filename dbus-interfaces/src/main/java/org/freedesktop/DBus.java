package org.freedesktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;

/// The message bus. Bus name `org.freedesktop.DBus`, path `/org/freedesktop/DBus`.
///
/// Source: D-Bus specification 0.41, "Message Bus Messages"; the members that Gatehouse uses. The
/// bus's own XML names no arguments; these are the specification's.
public interface DBus extends DBusInterface {

    /// The first call of every connection; gives its unique name.
    @Out("unique_name")
    String Hello();

    /// Flags: 1 allow replacement, 2 replace an owner that allows it, 4 do not queue.
    ///
    /// @return 1 primary owner, 2 queued, 3 the name is taken, 4 already the owner
    @Out("result")
    UInt32 RequestName(String name, UInt32 flags);

    /// Answers 1 released, 2 no such name, 3 not the owner.
    @Out("result")
    UInt32 ReleaseName(String name);

    /// Answers 1 started, 2 was running.
    @Out("result")
    UInt32 StartServiceByName(String name, UInt32 flags);

    @Out("has_owner")
    boolean NameHasOwner(String name);

    @Out("names")
    List<String> ListNames();

    @Out("names")
    List<String> ListActivatableNames();

    void AddMatch(String rule);

    void RemoveMatch(String rule);

    /// The owner's unique name; `NameHasNoOwner` is the error if there is none.
    @Out("unique_name")
    String GetNameOwner(String name);

    @Out("uid")
    UInt32 GetConnectionUnixUser(String bus_name);

    @Out("pid")
    UInt32 GetConnectionUnixProcessID(String bus_name);

    /// Keys that the bus knows: `UnixUserID`, `ProcessID` `u`; `ProcessFD` `h`;
    /// `LinuxSecurityLabel` `ay`, NUL-terminated.
    @Out("credentials")
    Map<String, Variant<?>> GetConnectionCredentials(String bus_name);

    /// 32 hexadecimal digits, new with each start of the bus.
    @Out("id")
    String GetId();

    /// A name got, changed or lost its owner; `""` stands for no owner.
    record NameOwnerChanged(String name, String old_owner, String new_owner) implements BusSignal {}

    /// To the connection that lost the name only.
    record NameLost(String name) implements BusSignal {}

    /// To the connection that got the name only.
    record NameAcquired(String name) implements BusSignal {}
}
