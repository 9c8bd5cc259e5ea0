package org.gatehouse.portal.background;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;

/// The processes of an instance: all that are in its sandbox, however they were started. A process
/// can leave its session, its group and its parent, but not the namespace of its ids.
///
/// Threads: any platform thread; looks through `/proc`.
final class Processes {

    private Processes() {}

    /// The ids of an instance's processes, as this moment has them.
    static List<Integer> of(Instance instance) {
        return all().stream().filter(pid -> isOf(instance, pid)).toList();
    }

    /// Does something with each process of an instance, through a descriptor that means this
    /// process for good, and only after it was seen to belong to the instance.
    static void each(Instance instance, Consumer<Descriptor> step) {
        all().forEach(pid -> one(instance, pid, step));
    }

    private static void one(Instance instance, int pid, Consumer<Descriptor> step) {
        try (var process = Descriptor.ofProcess(pid)) {
            // alive after the look: so the look was at this process
            if (isOf(instance, pid) && !process.hasEnded()) {
                step.accept(process);
            }
        } catch (SystemCallException e) {
            // it has ended
            return;
        }
    }

    private static boolean isOf(Instance instance, int pid) {
        try {
            return namespace(pid).equals(instance.namespace()) && !instance.isAnother(pid);
        } catch (SystemCallException e) {
            return false;
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

    private static List<Integer> all() {
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
