package org.gatehouse.identity;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.Libc;

/// Takes a copy of another process's descriptor, as its sibling would have got it.
final class Theft {

    private static final long SYS_PIDFD_GETFD = 438;
    private static final MethodHandle SYSCALL =
            Libc.failing(
                    "syscall",
                    FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private Theft() {}

    static Descriptor of(Descriptor process, int number) {
        try (var arena = Arena.ofConfined()) {
            var state = Libc.callState(arena);
            long copy =
                    (long)
                            SYSCALL.invokeExact(
                                    state,
                                    SYS_PIDFD_GETFD,
                                    (long) process.number(),
                                    (long) number,
                                    0L);
            if (copy < 0) {
                throw new AssertionError("pidfd_getfd: errno " + Libc.errno(state));
            }
            return Descriptor.owning((int) copy);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
