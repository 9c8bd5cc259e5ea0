package org.gatehouse.portal.background;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;

/// The processes of an instance: all that belong to it, however they were started.
///
/// Threads: any platform thread; looks through `/proc`.
final class Processes {

    private Processes() {}

    /// The ids of an instance's processes, as this moment has them.
    static List<Integer> of(Instance instance) {
        return instance.candidates().stream().filter(instance::holds).toList();
    }

    /// Does something with each process of an instance, through a descriptor that means this
    /// process for good, and only after it was seen to belong to the instance.
    static void each(Instance instance, Consumer<Descriptor> step) {
        instance.candidates().forEach(pid -> one(instance, pid, step));
    }

    private static void one(Instance instance, int pid, Consumer<Descriptor> step) {
        try (var process = Descriptor.ofProcess(pid)) {
            // alive after the look: so the look was at this process
            if (instance.holds(pid) && !process.hasEnded()) {
                step.accept(process);
            }
        } catch (SystemCallException e) {
            // it has ended
            return;
        }
    }

    /// The namespace of process ids that a process is in.
    ///
    /// @throws SystemCallException if the process has ended, or is somebody else's
    static String namespace(int pid) throws SystemCallException {
        try (var folder =
                Descriptor.open("/proc/" + pid, Descriptor.O_PATH | Descriptor.O_DIRECTORY)) {
            return folder.readLinkAt("ns/pid");
        }
    }

    /// When a process began, or now if it cannot be told; seconds since the epoch.
    static long startOf(int pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .orElseGet(Instant::now)
                .getEpochSecond();
    }

    /// All processes that can be seen.
    static List<Integer> all() {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(each -> each >= '0' && each <= '9'))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
