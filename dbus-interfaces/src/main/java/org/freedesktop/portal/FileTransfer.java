package org.freedesktop.portal;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;
import org.gatehouse.bus.UnixFd;

/// Hands files from one app to another that was told a key, as in drag and drop.
///
/// Bus name and path are those of [Documents], version 1.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface FileTransfer extends DBusInterface {

    /// Begins a transfer. Options: `writable` `b` false, `autostop` `b` true.
    @Out("key")
    String StartTransfer(Map<String, Variant<?>> options);

    /// Adds files, of the one who began it only. AccessDenied, NotAllowed.
    void AddFiles(String key, List<UnixFd> fds, Map<String, Variant<?>> options);

    /// The paths of the files as the caller sees them. AccessDenied, NotAllowed.
    @Out("files")
    List<String> RetrieveFiles(String key, Map<String, Variant<?>> options);

    /// Ends a transfer. AccessDenied.
    void StopTransfer(String key);

    /// A transfer has ended; told to the one who began it.
    record TransferClosed(String key) implements BusSignal {}
}
