package org.gatehouse.documents.fuse;

/// What is agreed with the kernel before anything else: the answer to FUSE_INIT.
///
/// Not asked for: writing back later (a write that was taken back later would be lost silently) and
/// entries with attributes in listings (they are not cached, and would pin each file listed).
final class Negotiation {

    /// The most bytes of a read or a write.
    static final int LARGEST = 128 * 1024;

    private static final int MAJOR = 7;
    private static final int MINOR = 38;
    private static final int PAGE = 4096;
    private static final int IN_BACKGROUND = 64;
    private static final int CONGESTED_AT = 48;
    private static final int REPLY = 64;

    private static final int ASYNC_READ = 1;
    private static final int POSIX_LOCKS = 1 << 1;
    private static final int ATOMIC_O_TRUNC = 1 << 3;
    private static final int BIG_WRITES = 1 << 5;

    /// Asked for so that flock(2) fails, rather than locking among apps and not on the host.
    private static final int FLOCK_LOCKS = 1 << 10;

    private static final int AUTO_INVAL_DATA = 1 << 12;
    private static final int ASYNC_DIO = 1 << 15;
    private static final int PARALLEL_DIROPS = 1 << 18;
    private static final int MAX_PAGES = 1 << 22;
    private static final int HANDLE_KILLPRIV_V2 = 1 << 28;
    private static final int INIT_EXT = 1 << 30;

    /// In the second word of flags.
    private static final int DIRECT_IO_ALLOW_MMAP = 1 << 4;

    private static final int WANTED =
            ASYNC_READ
                    | POSIX_LOCKS
                    | ATOMIC_O_TRUNC
                    | BIG_WRITES
                    | FLOCK_LOCKS
                    | AUTO_INVAL_DATA
                    | ASYNC_DIO
                    | PARALLEL_DIROPS
                    | MAX_PAGES
                    | HANDLE_KILLPRIV_V2
                    | INIT_EXT;

    private Negotiation() {}

    /// Fills the answer; `struct fuse_init_in`, `struct fuse_init_out`.
    ///
    /// @param agreement takes what was agreed
    static int answer(FuseRequest request, FuseReply reply, Agreement agreement) {
        if (request.int32(0) < MAJOR) {
            return -Errno.EINVAL;
        }
        reply.zeros(REPLY);
        reply.int32(0, MAJOR);
        reply.int32(4, MINOR);
        if (request.int32(0) > MAJOR) {
            return 0; // the kernel asks again, in our version
        }
        reply.int32(8, request.int32(8));
        reply.int32(12, request.int32(12) & WANTED);
        reply.int32(16, IN_BACKGROUND | CONGESTED_AT << 16);
        reply.int32(20, LARGEST);
        reply.int32(24, 1); // times are kept to the nanosecond
        reply.int32(28, LARGEST / PAGE);
        if ((request.int32(12) & INIT_EXT) != 0) {
            int more = request.int32(16) & DIRECT_IO_ALLOW_MMAP;
            reply.int32(32, more);
            agreement.mayMapUnkept(more != 0);
        }
        return 0;
    }
}
