package org.gatehouse.portal.background;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.SandboxKind;

/// One running instance of a Flatpak app: a sandbox with its own process ids, whose first process
/// holds all of them.
///
/// What is done to it is done through descriptors: a process id that comes to mean another process
/// is never followed. Threads: the descriptor is for who opened it; others open their own, see
/// [#again].
///
/// @param app what runs
/// @param id of the instance, as Flatpak numbers it
/// @param first the first process of the sandbox
/// @param outer the process that Flatpak started it by, which names its unit; 0 if unknown
/// @param process of `first`, as a descriptor
/// @param namespace of process ids, as the kernel names it
record FlatpakInstance(
        AppId app, String id, int first, int outer, Descriptor process, String namespace)
        implements Instance {

    private static final int LARGEST = 64 * 1024;

    /// Looks at the first process of a sandbox.
    ///
    /// @return empty if it has ended, or is not (yet) what the record says
    static Optional<FlatpakInstance> open(AppId app, String id, int first, int outer) {
        Descriptor process;
        try {
            process = Descriptor.ofProcess(first);
        } catch (SystemCallException e) {
            return Optional.empty();
        }
        try {
            var instance =
                    new FlatpakInstance(app, id, first, outer, process, Processes.namespace(first));
            // alive after all of this was read: so it was read from this process
            if (instance.isRecorded(first) && !process.hasEnded()) {
                return Optional.of(instance);
            }
        } catch (SystemCallException e) {
            // it ends just now
            process.close();
            return Optional.empty();
        }
        process.close();
        return Optional.empty();
    }

    @Override
    public Optional<FlatpakInstance> again() {
        return open(app, id, first, outer);
    }

    @Override
    public AppIdentity.Sandboxed identity() {
        return new AppIdentity.Sandboxed(SandboxKind.FLATPAK, app, id);
    }

    /// Whether the sandbox's own record, at the root of a process, names this instance.
    boolean isRecorded(int pid) {
        return record(pid).filter(this::isThis).isPresent();
    }

    /// Whether the root of a process has the record of another instance.
    boolean isAnother(int pid) {
        return record(pid).filter(keys -> !isThis(keys)).isPresent();
    }

    private boolean isThis(KeyFile keys) {
        return keys.value("Application", "name").filter(app.value()::equals).isPresent()
                && keys.value("Instance", "instance-id").filter(id::equals).isPresent();
    }

    private static Optional<KeyFile> record(int pid) {
        try (var file =
                Descriptor.open(
                        "/proc/" + pid + "/root/.flatpak-info",
                        Descriptor.O_RDONLY | Descriptor.O_NOFOLLOW | Descriptor.O_NONBLOCK)) {
            if (!file.status().isRegular()) {
                return Optional.empty();
            }
            var text = new String(file.read(LARGEST), StandardCharsets.UTF_8);
            return Optional.of(KeyFile.parse(text));
        } catch (SystemCallException e) {
            return Optional.empty();
        }
    }

    @Override
    public long since() {
        return Processes.startOf(first);
    }

    @Override
    public boolean hasEnded() {
        try {
            return process.hasEnded();
        } catch (SystemCallException e) {
            return true;
        }
    }

    @Override
    public boolean awaitEnd(int millis) throws SystemCallException {
        return process.awaitEnd(millis);
    }

    /// A process can leave its session, its group and its parent, but not the namespace of its ids.
    @Override
    public List<Integer> candidates() {
        return Processes.all();
    }

    @Override
    public boolean holds(int pid) {
        try {
            return Processes.namespace(pid).equals(namespace) && !isAnother(pid);
        } catch (SystemCallException e) {
            return false;
        }
    }

    /// Its own group, if the first process is in it at this moment.
    @Override
    public Optional<ControlGroup> ownGroup() {
        var group = ControlGroup.of(this);
        return hasEnded() ? Optional.empty() : group;
    }

    @Override
    public void close() {
        process.close();
    }
}
