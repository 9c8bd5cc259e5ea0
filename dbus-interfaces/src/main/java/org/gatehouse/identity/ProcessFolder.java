package org.gatehouse.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.SystemCallException;

/// A process's folder below `/proc`, opened once. What is read through it is of that one process:
/// once it has ended, reading fails, whoever has its id then.
final class ProcessFolder implements AutoCloseable {

    private static final long NANOS_PER_TICK = 10_000_000; // the kernel shows 100 ticks a second
    private static final int START_TIME = 19; // counted from the field after the command
    private static final int LARGEST_FILE = 1 << 20;
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

    private final Descriptor folder;

    private ProcessFolder(Descriptor folder) {
        this.folder = folder;
    }

    /// @param process an id, or `self`
    static ProcessFolder open(String process) throws SystemCallException {
        return new ProcessFolder(
                Descriptor.open("/proc/" + process, Descriptor.O_PATH | Descriptor.O_DIRECTORY));
    }

    /// When it was started, CLOCK_BOOTTIME in nanoseconds, rounded down to 10 ms.
    long startedAt() throws SystemCallException, IdentityDoubt {
        var line = new String(content("stat"), StandardCharsets.UTF_8);
        // the command is in parentheses and may hold any character, parentheses too
        var fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
        try {
            return Math.multiplyExact(Long.parseLong(fields[START_TIME]), NANOS_PER_TICK);
        } catch (ArithmeticException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new IdentityDoubt("a start time that is not understood");
        }
    }

    Namespaces namespaces() throws SystemCallException {
        return Namespaces.of(folder);
    }

    ControlGroups controlGroups() throws SystemCallException, IdentityDoubt {
        return ControlGroups.parse(content("cgroup"));
    }

    /// Its network namespace, as the kernel names it.
    String network() throws SystemCallException {
        return folder.readLinkAt("ns/net");
    }

    /// The inodes of its open sockets.
    ///
    /// @throws IdentityDoubt if they may not be seen
    List<Long> sockets() throws IdentityDoubt {
        var own = Path.of("/proc/self/fd/" + folder.number() + "/fd");
        try (var open = Files.list(own)) {
            return open.map(descriptor -> socket("fd/" + descriptor.getFileName()))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new IdentityDoubt("its descriptors cannot be seen");
        }
    }

    /// The inode of the socket that a descriptor below this folder stands for, if it is one.
    Optional<Long> socket(String descriptor) {
        try {
            var found = SOCKET.matcher(folder.readLinkAt(descriptor));
            return found.matches() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
        } catch (SystemCallException closedMeanwhile) {
            return Optional.empty();
        }
    }

    String executable() throws SystemCallException {
        return folder.readLinkAt("exe");
    }

    MountTable mounts() throws SystemCallException, IdentityDoubt {
        return MountTable.parse(content("mountinfo"));
    }

    /// Its root directory; to be closed by the caller.
    Descriptor root() throws SystemCallException {
        return folder.openAt("root", Descriptor.O_PATH | Descriptor.O_DIRECTORY);
    }

    /// The key file of that name in its root directory; empty if there is nothing of that name.
    ///
    /// @throws IdentityDoubt if there is something else, or it cannot be read
    static Optional<KeyFile> record(Descriptor root, String name) throws IdentityDoubt {
        // looked at before it is opened: opening a device or a fifo may do something
        try (var found = root.openAt(name, Descriptor.O_PATH | Descriptor.O_NOFOLLOW)) {
            if (!found.status().isRegular()) {
                throw new IdentityDoubt(name + " is not a regular file");
            }
            try (var file =
                    Descriptor.open("/proc/self/fd/" + found.number(), Descriptor.O_RDONLY)) {
                return Optional.of(KeyFile.parse(limited(file.read(LARGEST_FILE))));
            }
        } catch (SystemCallException e) {
            if (e.error() == Libc.ENOENT) {
                return Optional.empty();
            }
            throw new IdentityDoubt(name + " cannot be read: " + e.getMessage());
        }
    }

    private byte[] content(String name) throws SystemCallException, IdentityDoubt {
        try (var file = folder.openAt(name, Descriptor.O_RDONLY)) {
            return limited(file.read(LARGEST_FILE));
        }
    }

    private static byte[] limited(byte[] content) throws IdentityDoubt {
        if (content.length > LARGEST_FILE) {
            throw new IdentityDoubt("too much to read");
        }
        return content;
    }

    @Override
    public void close() {
        folder.close();
    }
}
