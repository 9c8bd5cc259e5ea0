package org.gatehouse.identity;

import java.util.Optional;
import org.gatehouse.libc.FileStatus;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Unknown;
import org.gatehouse.role.RoleSettings;

/// Which app a process belongs to, by the sandbox's own records and the kernel's.
///
/// Blocks: a process may have a slow file system for its root. Threads: any.
public final class ProcessApps {

    private final SnapRoutine snap;
    private final InstalledApps installed;
    private final Namespaces ownNamespaces;
    private final FileStatus ownRoot;
    private final MountTable ownMounts;

    /// @throws SystemCallException if not even this process can be examined
    /// @throws IdentityDoubt if its mounts are not understood
    ProcessApps(SnapRoutine snap, InstalledApps installed)
            throws SystemCallException, IdentityDoubt {
        this.snap = snap;
        this.installed = installed;
        try (var self = ProcessFolder.open("self");
                var root = self.root()) {
            this.ownNamespaces = self.namespaces();
            this.ownRoot = root.status();
            this.ownMounts = self.mounts();
        }
    }

    /// Those of the session with these settings.
    ///
    /// @throws IllegalStateException if not even this process can be examined
    public static ProcessApps of(RoleSettings settings) {
        try {
            return new ProcessApps(
                    new SnapRoutine(settings.environment()),
                    new InstalledApps(settings.directories()));
        } catch (SystemCallException | IdentityDoubt e) {
            throw new IllegalStateException("this process cannot examine itself", e);
        }
    }

    /// What a process belongs to; empty if it has gone or cannot be told beyond doubt.
    public Optional<AppIdentity> find(long pid) {
        try (var folder = ProcessFolder.open(Long.toString(pid))) {
            return Optional.of(identity(folder, pid));
        } catch (SystemCallException | IdentityDoubt e) {
            return Optional.empty();
        }
    }

    /// What the process in `folder` belongs to.
    ///
    /// @throws IdentityDoubt if its records contradict one another
    AppIdentity identity(ProcessFolder folder, long pid) throws SystemCallException, IdentityDoubt {
        var groups = folder.controlGroups();
        var namespaces = folder.namespaces();
        folder.mounts().refuseFuse(ownMounts);
        try (var root = folder.root()) {
            var flatpak = ProcessFolder.record(root, ".flatpak-info");
            if (flatpak.isPresent()) {
                return SandboxRecords.flatpak(flatpak.get());
            }
            if (groups.isSnap()) {
                return SandboxRecords.snap(snap.portalInfo(pid));
            }
            var linyaps = ProcessFolder.record(root, ".linyaps");
            if (linyaps.isPresent()) {
                return SandboxRecords.linyaps(linyaps.get());
            }
            boolean atHome = root.status().isSameFile(ownRoot) && namespaces.equals(ownNamespaces);
            return atHome ? new Host(label(groups)) : new Unknown();
        }
    }

    private String label(ControlGroups groups) {
        return groups.userUnit()
                .flatMap(UnitName::app)
                .filter(installed::has)
                .map(Object::toString)
                .orElse("");
    }
}
