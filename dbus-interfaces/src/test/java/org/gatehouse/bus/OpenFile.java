package org.gatehouse.bus;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import org.gatehouse.libc.Libc;

/// Opens files as descriptors, for tests.
final class OpenFile {

    private static final int O_CLOEXEC = 0x80000;
    private static final int O_PATH = 0x200000;
    private static final MethodHandle OPEN =
            Libc.function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

    private OpenFile() {}

    static UnixFd readOnly(String path) {
        return open(path, O_CLOEXEC);
    }

    static UnixFd asPath(String path) {
        return open(path, O_CLOEXEC | O_PATH);
    }

    private static UnixFd open(String path, int flags) {
        try (var arena = Arena.ofConfined()) {
            int descriptor = (int) OPEN.invokeExact(arena.allocateFrom(path), flags);
            if (descriptor < 0) {
                throw new IllegalArgumentException("cannot open " + path);
            }
            return new UnixFd(descriptor);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
