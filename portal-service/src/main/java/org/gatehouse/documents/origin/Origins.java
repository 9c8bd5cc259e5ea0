package org.gatehouse.documents.origin;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.FileKey;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.FileStatus;
import org.gatehouse.libc.OpenedPaths;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.role.XdgDirectories;

/// Tells what a received descriptor is.
///
/// Accepted are regular files and folders that were opened to be read, or read and written, or with
/// `O_PATH` and without `O_NOFOLLOW` (which may be a link itself). A file that has no name, was
/// deleted or replaced, or is reached through a link is refused; so is everything that is neither
/// file nor folder.
///
/// Threads: any; may block.
public final class Origins {

    private static final int ACCESS_MODE = 3;
    private static final int O_RDONLY = 0;
    private static final int O_RDWR = 2;
    private static final int FOLDER = Descriptor.O_PATH | Descriptor.O_DIRECTORY;

    private final MountPlace mount;
    private final MountedOrigins mounted;
    private final SandboxPaths paths;

    public Origins(DocumentTable documents, MountPlace mount, XdgDirectories directories) {
        this.mount = mount;
        this.mounted = new MountedOrigins(documents, mount);
        this.paths = new SandboxPaths(directories);
    }

    /// What a descriptor is.
    ///
    /// @param number of the descriptor, which stays open
    /// @param sender whose descriptor it is
    /// @throws PortalException `InvalidArgument` if it is none that may be handed over
    public Origin examine(int number, Sender sender, Wanted wanted) {
        try {
            return examined(number, sender, wanted).orElseThrow(Origins::refused);
        } catch (SystemCallException e) {
            throw refused();
        }
    }

    private static PortalException refused() {
        return PortalException.invalidArgument("Invalid fd passed");
    }

    private Optional<Origin> examined(int number, Sender sender, Wanted wanted)
            throws SystemCallException {
        int flags = OpenedPaths.flags(number);
        var file = Descriptor.borrowing(number);
        var status = file.status();
        if (!isUsable(flags, sender) || !wanted.admits(status)) {
            return Optional.empty();
        }
        var path = paths.onHost(file.place(), sender.identity());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        boolean writable = isWritable(number, flags, sender);
        return mount.isDevice(status.deviceNumber())
                ? onMount(path.get(), sender, wanted, writable)
                : onHost(path.get(), status, writable);
    }

    private static boolean isUsable(int flags, Sender sender) {
        if ((flags & Descriptor.O_PATH) != 0) {
            return (flags & Descriptor.O_NOFOLLOW) == 0 && sender.mayNameByPath();
        }
        int mode = flags & ACCESS_MODE;
        return mode == O_RDONLY || mode == O_RDWR;
    }

    private static boolean isWritable(int number, int flags, Sender sender) {
        if (sender.isHost()) {
            return true;
        }
        return (flags & Descriptor.O_PATH) != 0
                ? OpenedPaths.isWritable(number)
                : (flags & ACCESS_MODE) == O_RDWR;
    }

    private Optional<Origin> onMount(HostPath path, Sender sender, Wanted wanted, boolean writable)
            throws SystemCallException {
        var found = mounted.find(path, sender, writable);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return switch (found.get()) {
            case MountedOrigins.Whole(var document, var mayWrite) ->
                    Optional.of(new Origin.OnMount(document.id(), mayWrite));
            case MountedOrigins.Inside(var inside, var mayWrite) -> at(inside, wanted, mayWrite);
        };
    }

    /// A file within the folder of a document: its real path.
    private Optional<Origin> at(HostPath path, Wanted wanted, boolean writable)
            throws SystemCallException {
        try (var file =
                Descriptor.openWithoutLinks(
                        path.bytes(), Descriptor.O_PATH | Descriptor.O_NOFOLLOW)) {
            var status = file.status();
            return wanted.admits(status) ? onHost(path, status, writable) : Optional.empty();
        }
    }

    /// Opens the folder again, and looks whether that file is in it.
    private Optional<Origin> onHost(HostPath path, FileStatus status, boolean writable)
            throws SystemCallException {
        if (path.name().isEmpty()) {
            return Optional.empty();
        }
        try (var folder = Descriptor.openWithoutLinks(path.parent().bytes(), FOLDER)) {
            var name = path.name().getBytes(StandardCharsets.ISO_8859_1);
            if (!OpenedPaths.status(folder, name).isSameFile(status)) {
                return Optional.empty();
            }
            boolean isDirectory = status.isDirectory();
            var anchor = isDirectory ? keyOf(path, status) : key(folder);
            return Optional.of(new Origin.OnHost(path, anchor, isDirectory, writable));
        }
    }

    private static FileKey keyOf(HostPath path, FileStatus expected) throws SystemCallException {
        try (var folder = Descriptor.openWithoutLinks(path.bytes(), FOLDER)) {
            return folder.status().isSameFile(expected)
                    ? key(folder)
                    : new FileKey(expected.deviceNumber(), expected.inode(), "");
        }
    }

    /// Which file or folder an open one is.
    static FileKey key(Descriptor file) throws SystemCallException {
        var status = file.status();
        return FileKey.of(status.deviceNumber(), status.inode(), file.handle());
    }

    /// Whether a file's folder, or a folder itself, is still the one that it was.
    public boolean isStill(Origin.OnHost file) {
        var anchor = file.isDirectory() ? file.path() : file.path().parent();
        try (var folder = Descriptor.openWithoutLinks(anchor.bytes(), FOLDER)) {
            return key(folder).isSameFile(file.anchor());
        } catch (SystemCallException e) {
            return false;
        }
    }

    /// The folder that a descriptor is, for a name in it.
    ///
    /// @param number of the descriptor of a host program, which stays open
    /// @throws PortalException `InvalidArgument` if it is none, or is on the mount
    public Origin.OnHost folder(int number, Sender sender) {
        if (examine(number, sender, Wanted.DIRECTORY) instanceof Origin.OnHost folder) {
            return folder;
        }
        throw refused();
    }

    /// What is at a path; empty if it is nothing that could be a document.
    ///
    /// @param path of a host program
    /// @throws PortalException `NotFound` if it cannot be opened
    public Optional<Origin> at(HostPath path, Sender sender) {
        try (var file = Descriptor.open(path.bytes(), Descriptor.O_PATH)) {
            return examined(file.number(), sender, Wanted.EITHER);
        } catch (SystemCallException e) {
            throw PortalException.notFound("no such file");
        }
    }
}
