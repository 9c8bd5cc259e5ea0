package org.gatehouse.documents.fuse;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.gatehouse.libc.NativeFiles;

/// Tells the kernel what it must not remember any longer, and answers requests later.
///
/// The kernel takes locks for it that are held while others wait for our answers: never to be
/// called on a thread of the connection, save for [#reply]. Threads: one.
public final class FuseNotifier {

    private static final int HEADER = FuseReply.HEADER;
    private static final int INVAL_INODE = 2;
    private static final int INVAL_ENTRY = 3;
    private static final int LONGEST_NAME = 255;

    private final int device;
    private final NativeFiles calls = new NativeFiles();
    private final MemorySegment message = Arena.ofAuto().allocate(HEADER + 64 + LONGEST_NAME, 8);

    public FuseNotifier(int device) {
        this.device = device;
    }

    /// Forgets attributes and content of a node, also what is mapped.
    ///
    /// @return 0, or a negated error number: ENOENT if the kernel does not know it
    public int invalidate(long node) {
        message.set(JAVA_LONG, HEADER, node);
        message.set(JAVA_LONG, HEADER + 8, 0);
        message.set(JAVA_LONG, HEADER + 16, 0);
        return send(INVAL_INODE, HEADER + 24);
    }

    /// Forgets what a name in a folder stands for.
    ///
    /// @param name at most 255 bytes
    /// @return 0, or a negated error number: ENOENT if the kernel does not know it
    public int invalidate(long folder, byte[] name) {
        message.set(JAVA_LONG, HEADER, folder);
        message.set(JAVA_INT, HEADER + 8, name.length);
        message.set(JAVA_INT, HEADER + 12, 0);
        MemorySegment.copy(name, 0, message, JAVA_BYTE, HEADER + 16, name.length);
        message.set(JAVA_BYTE, HEADER + 16 + name.length, (byte) 0);
        return send(INVAL_ENTRY, HEADER + 16 + name.length + 1);
    }

    private int send(int code, int length) {
        return send(0, code, length);
    }

    /// Answers a request with nothing but an error number.
    ///
    /// @param error 0, or a negated error number
    public int reply(long unique, int error) {
        return send(unique, error, HEADER);
    }

    private int send(long unique, int code, int length) {
        message.set(JAVA_INT, 0, length);
        message.set(JAVA_INT, 4, code);
        message.set(JAVA_LONG, 8, unique);
        return (int) Math.min(0, calls.contents().write(device, message.address(), length));
    }
}
