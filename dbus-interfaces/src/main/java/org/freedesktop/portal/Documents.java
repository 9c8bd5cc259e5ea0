package org.freedesktop.portal;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.Out;
import org.gatehouse.bus.UnixFd;

/// Hands files and folders to apps, each as a document with an id and permissions.
///
/// Bus name `org.freedesktop.portal.Documents`, path `/org/freedesktop/portal/documents`, version
/// 5. Paths are bytes with a NUL at the end. Permissions: `read`, `write`, `grant-permissions`,
/// `delete`. Flags: 1 use a document that the file has already, 2 outlive the document portal, 4
/// none where the app reaches the file by itself, 8 folders.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface Documents extends DBusInterface {

    /// Where the documents are mounted; answered once they are.
    @Out("path")
    byte[] GetMountPoint();

    /// Adds a regular file.
    @Out("doc_id")
    String Add(UnixFd o_path_fd, boolean reuse_existing, boolean persistent);

    /// Adds a file of a folder, which need not be there yet. Host programs only.
    @Out("doc_id")
    String AddNamed(
            UnixFd o_path_parent_fd, byte[] filename, boolean reuse_existing, boolean persistent);

    /// Adds several files or folders, all or none, and gives an app permissions. Since version 2.
    AddFullResult AddFull(
            List<UnixFd> o_path_fds, UInt32 flags, String app_id, List<String> permissions);

    /// Adds a file of a folder and gives an app permissions. Host programs only. Since version 3.
    AddNamedFullResult AddNamedFull(
            UnixFd o_path_fd,
            byte[] filename,
            UInt32 flags,
            String app_id,
            List<String> permissions);

    /// Gives an app more permissions. NotFound, InvalidArgument, NotAllowed.
    void GrantPermissions(String doc_id, String app_id, List<String> permissions);

    /// Takes permissions from an app. NotFound, InvalidArgument, NotAllowed.
    void RevokePermissions(String doc_id, String app_id, List<String> permissions);

    /// Removes a document; the file stays. NotFound, NotAllowed.
    void Delete(String doc_id);

    /// The document of a path, `""` if it is none. Host programs only.
    @Out("doc_id")
    String Lookup(byte[] filename);

    /// What a document is. InvalidArgument for an unknown id. Host programs only.
    InfoResult Info(String doc_id);

    /// The documents of an app with their paths, with `""` all of them. Host programs only.
    @Out("docs")
    Map<String, byte[]> List(String app_id);

    /// The paths of those documents that the caller may read. Since version 5.
    @Out("paths")
    Map<String, byte[]> GetHostPaths(List<String> doc_ids);

    /// @param doc_ids in the order of the descriptors; `""` where no document was needed
    /// @param extra_out `mountpoint` `ay`
    record AddFullResult(List<String> doc_ids, Map<String, Variant<?>> extra_out) {}

    /// @param doc_id `""` where no document was needed
    /// @param extra_out `mountpoint` `ay`
    record AddNamedFullResult(String doc_id, Map<String, Variant<?>> extra_out) {}

    /// @param apps app → permissions
    record InfoResult(byte[] path, Map<String, List<String>> apps) {}
}
