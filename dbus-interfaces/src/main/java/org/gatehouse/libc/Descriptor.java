package org.gatehouse.libc;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// An open file, folder or process that this object owns.
///
/// Everything is reached through descriptors, so that a path or a process id that comes to mean
/// something else meanwhile is not followed. Threads: one at a time. Calls may block, and then hold
/// the thread's carrier: not for virtual threads.
public final class Descriptor implements AutoCloseable {

    public static final int O_RDONLY = 0;
    public static final int O_NONBLOCK = 04000;
    public static final int O_DIRECTORY = 0200000;
    public static final int O_NOFOLLOW = 0400000;
    public static final int O_PATH = 010000000;

    private static final int O_CLOEXEC = 02000000;
    private static final int O_NOCTTY = 0400;
    private static final int AT_FDCWD = -100;
    private static final int BLOCK = 4096;

    private static final int CLOSED = -1;

    private int number;

    private Descriptor(int number) {
        this.number = number;
    }

    /// Opens a path; close-on-exec always.
    ///
    /// @throws SystemCallException if it cannot be opened
    public static Descriptor open(String path, int flags) throws SystemCallException {
        return new Descriptor(FileCalls.openAt(AT_FDCWD, path, flags | O_CLOEXEC | O_NOCTTY));
    }

    /// Opens a path that need not be text; close-on-exec always.
    ///
    /// @param path its bytes, without a NUL
    /// @throws SystemCallException if it cannot be opened
    public static Descriptor open(byte[] path, int flags) throws SystemCallException {
        return new Descriptor(FileCalls.openAt(AT_FDCWD, path, flags | O_CLOEXEC | O_NOCTTY));
    }

    /// Opens a path in which no element is a link; close-on-exec always.
    ///
    /// @param path its bytes, without a NUL
    /// @throws SystemCallException if it cannot be opened, or a link is in it
    public static Descriptor openWithoutLinks(byte[] path, int flags) throws SystemCallException {
        return new Descriptor(FileCalls.openWithoutLinks(path, flags | O_CLOEXEC));
    }

    /// A descriptor of a process (pidfd), whatever process has that id now.
    ///
    /// @throws SystemCallException if there is none
    public static Descriptor ofProcess(int pid) throws SystemCallException {
        return new Descriptor(FileCalls.openProcess(pid));
    }

    /// Takes over a descriptor that somebody else opened.
    public static Descriptor owning(int number) {
        return new Descriptor(number);
    }

    /// One that somebody else opened and closes: not to be closed through this object.
    public static Descriptor borrowing(int number) {
        return new Descriptor(number);
    }

    /// Opens a path that starts at this folder; close-on-exec always.
    ///
    /// @throws SystemCallException if it cannot be opened
    public Descriptor openAt(String path, int flags) throws SystemCallException {
        return new Descriptor(FileCalls.openAt(number, path, flags | O_CLOEXEC | O_NOCTTY));
    }

    public int number() {
        return number;
    }

    /// What kind of file this is, and which.
    ///
    /// @throws SystemCallException if the file cannot be examined
    public FileStatus status() throws SystemCallException {
        return FileCalls.status(number);
    }

    /// The file handle, by which a file is known whatever it is called: its type, 32 bits as this
    /// machine writes them, and its bytes. Nothing where the file system has none.
    ///
    /// Source: name_to_handle_at(2).
    public byte[] handle() {
        return FileCalls.handle(number);
    }

    /// The text of a symbolic link below this folder, at most 4,096 bytes.
    ///
    /// @throws SystemCallException if there is none or it may not be read
    public String readLinkAt(String path) throws SystemCallException {
        return new String(linkBytes(number, path), StandardCharsets.UTF_8);
    }

    /// Where this file is now, as the kernel tells: the bytes of an absolute path, with `
    /// (deleted)` at its end for a file that is nowhere any longer; something without a `/` in
    /// front for what never was in a folder. At most 4,096 bytes.
    ///
    /// @throws SystemCallException if it cannot be told
    public byte[] place() throws SystemCallException {
        return linkBytes(AT_FDCWD, "/proc/self/fd/" + number);
    }

    private static byte[] linkBytes(int folder, String path) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(BLOCK);
            int length = FileCalls.readLinkAt(folder, path, buffer);
            return buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /// The bytes from here to the end; at most one more than `limit`, so that the caller sees that
    /// there is more.
    ///
    /// @throws SystemCallException if it cannot be read
    public byte[] read(int limit) throws SystemCallException {
        var content = new ByteArrayOutputStream();
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(BLOCK);
            while (content.size() <= limit) {
                int wanted = Math.min(BLOCK, limit + 1 - content.size());
                int got = FileCalls.read(number, buffer.asSlice(0, wanted));
                if (got == 0) {
                    break;
                }
                content.writeBytes(buffer.asSlice(0, got).toArray(ValueLayout.JAVA_BYTE));
            }
        }
        return content.toByteArray();
    }

    /// The next bytes, as many as there are at once; none at the end.
    ///
    /// @param most at most so many
    /// @throws SystemCallException if it cannot be read
    public byte[] readSome(int most) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(most);
            int got = FileCalls.read(number, buffer);
            return buffer.asSlice(0, got).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /// Writes all of it, from where the file is now.
    ///
    /// @throws SystemCallException if it cannot be written
    public void write(byte[] content) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
            for (long done = 0; done < content.length; ) {
                done += FileCalls.write(number, buffer.asSlice(done));
            }
        }
    }

    /// Whether the process of this pidfd has ended.
    ///
    /// @throws SystemCallException if it cannot be told
    public boolean hasEnded() throws SystemCallException {
        return FileCalls.isReadable(number);
    }

    /// Waits until the process of this pidfd has ended.
    ///
    /// @param millis how long at most
    /// @return whether it has
    /// @throws SystemCallException if it cannot be told
    public boolean awaitEnd(int millis) throws SystemCallException {
        return FileCalls.isReadable(number, millis);
    }

    /// Sends a signal to the process of this pidfd, and to no other that got its id since.
    ///
    /// @param signal such as [Libc#SIGTERM]
    /// @throws SystemCallException if there is none any longer, or it may not be done
    public void signal(int signal) throws SystemCallException {
        FileCalls.signal(number, signal);
    }

    /// Hands the descriptor to the caller, who closes it from now on.
    public int release() {
        int released = number;
        number = CLOSED;
        return released;
    }

    /// Closes it, once.
    @Override
    public void close() {
        if (number != CLOSED) {
            Libc.close(number);
            number = CLOSED;
        }
    }
}
