package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// A program that is started with one descriptor of ours, which Java's own processes cannot have.
///
/// It gets that descriptor as its number 3, the null device as input and output, a pipe for what it
/// complains of, no other descriptor, and the environment that it is given and no other. Threads:
/// one.
public final class HelperProcess implements AutoCloseable {

    /// The number that the descriptor has there.
    public static final int PASSED = 3;

    private static final int O_CLOEXEC = 02000000;
    private static final int WITHOUT_WAITING = 1;
    private static final int LONGEST_COMPLAINT = 1000;
    private static final int ACTIONS_BYTES = 256;

    private static final PlainFunction PIPE = new PlainFunction("pipe2");
    private static final PlainFunction WAITPID = new PlainFunction("waitpid");
    private static final LibraryFunction SPAWN = libc("posix_spawn");
    private static final LibraryFunction INIT = libc("posix_spawn_file_actions_init");
    private static final LibraryFunction DESTROY = libc("posix_spawn_file_actions_destroy");
    private static final LibraryFunction OPEN = libc("posix_spawn_file_actions_addopen");
    private static final LibraryFunction DUP = libc("posix_spawn_file_actions_adddup2");
    private static final LibraryFunction CLOSE_FROM =
            libc("posix_spawn_file_actions_addclosefrom_np");

    private final int process;
    private final Descriptor complaints;
    private boolean hasEnded;

    private HelperProcess(int process, Descriptor complaints) {
        this.process = process;
        this.complaints = complaints;
    }

    private static LibraryFunction libc(String name) {
        return LibraryFunction.of("libc.so.6", name);
    }

    /// Starts it.
    ///
    /// @param command the program, by its absolute path, and its arguments
    /// @param environment `NAME=value`
    /// @throws SystemCallException if it cannot be started
    public static HelperProcess start(
            List<String> command, List<String> environment, Descriptor passed)
            throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var ends = arena.allocate(8, 4);
            PIPE.call(arena, ends.address(), O_CLOEXEC);
            var reading = Descriptor.owning(ends.get(JAVA_INT, 0));
            try (var writing = Descriptor.owning(ends.get(JAVA_INT, 4))) {
                var process = spawn(arena, command, environment, passed, writing);
                return new HelperProcess(process, reading);
            } catch (SystemCallException e) {
                reading.close();
                throw e;
            }
        }
    }

    private static int spawn(
            Arena arena,
            List<String> command,
            List<String> environment,
            Descriptor passed,
            Descriptor complaints)
            throws SystemCallException {
        var process = arena.allocate(JAVA_INT);
        long actions = actions(arena, passed, complaints);
        long path = arena.allocateFrom(command.getFirst()).address();
        long arguments = strings(arena, command);
        long variables = strings(arena, environment);
        int error = (int) SPAWN.call(process.address(), path, actions, 0, arguments, variables);
        DESTROY.call(actions);
        if (error != 0) {
            throw new SystemCallException("posix_spawn", error);
        }
        return process.get(JAVA_INT, 0);
    }

    private static long actions(Arena arena, Descriptor passed, Descriptor complaints) {
        long actions = arena.allocate(ACTIONS_BYTES, 8).address();
        long nothing = arena.allocateFrom("/dev/null").address();
        INIT.call(actions);
        // numbers of ours may be 0 to 3 themselves only where nobody opened those
        DUP.call(actions, passed.number(), PASSED);
        DUP.call(actions, complaints.number(), 2);
        OPEN.call(actions, 0, nothing, NativeFiles.O_RDWR, 0);
        OPEN.call(actions, 1, nothing, NativeFiles.O_RDWR, 0);
        CLOSE_FROM.call(actions, PASSED + 1);
        return actions;
    }

    private static long strings(Arena arena, List<String> strings) {
        MemorySegment array = arena.allocate(ADDRESS, strings.size() + 1L);
        for (int i = 0; i < strings.size(); i++) {
            array.setAtIndex(ADDRESS, i, arena.allocateFrom(strings.get(i)));
        }
        return array.address();
    }

    /// What it complained of, once it has ended or closed its output; waits for that.
    ///
    /// @throws SystemCallException if it cannot be read
    public String complaint() throws SystemCallException {
        var text =
                new String(
                        complaints.read(LONGEST_COMPLAINT),
                        java.nio.charset.StandardCharsets.UTF_8);
        return text.strip();
    }

    /// Waits until it has ended.
    ///
    /// @return its wait status, 0 if all went well
    /// @throws SystemCallException if it cannot be told
    public int await() throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var status = arena.allocate(JAVA_INT);
            WAITPID.call(arena, process, status.address(), 0);
            hasEnded = true;
            return status.get(JAVA_INT, 0);
        }
    }

    /// Lets go of it; what has ended leaves nothing behind.
    @Override
    public void close() {
        complaints.close();
        if (hasEnded) {
            return;
        }
        try (var arena = Arena.ofConfined()) {
            WAITPID.call(arena, process, 0, WITHOUT_WAITING);
        } catch (SystemCallException e) {
            // somebody else has taken note of its end
            hasEnded = true;
        }
    }
}
