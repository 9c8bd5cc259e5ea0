package org.gatehouse.identity;

import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.FileStatus;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Unknown;

/// Identifies a caller by its process, as security-rules 2 demands.
///
/// Everything about the process is read first; the checks that vouch for it being the caller's come
/// last. Blocks: a caller may have a slow file system for its root.
final class ProcessIdentifier implements Identifier {

    private final BusEvidence evidence;
    private final SnapRoutine snap;
    private final InstalledApps installed;
    private final Namespaces ownNamespaces;
    private final FileStatus ownRoot;
    private final MountTable ownMounts;

    /// @throws SystemCallException if not even this process can be examined
    /// @throws IdentityDoubt if its mounts are not understood
    ProcessIdentifier(BusEvidence evidence, SnapRoutine snap, InstalledApps installed)
            throws SystemCallException, IdentityDoubt {
        this.evidence = evidence;
        this.snap = snap;
        this.installed = installed;
        try (var self = ProcessFolder.open("self");
                var root = self.root()) {
            this.ownNamespaces = self.namespaces();
            this.ownRoot = root.status();
            this.ownMounts = self.mounts();
        }
    }

    @Override
    public Caller identify(String sender) throws IdentityDoubt {
        try (var credentials = evidence.credentials(sender)) {
            if (credentials.uid() != Libc.effectiveUser()) {
                throw new IdentityDoubt("a process of another user");
            }
            var confined = SecurityLabel.confinement(credentials.label());
            if (confined.isPresent()) {
                return new Caller(confined.get(), credentials.pid(), "");
            }
            return examined(sender, credentials);
        } catch (SystemCallException e) {
            throw new IdentityDoubt("its process cannot be examined: " + e.getMessage());
        }
    }

    private Caller examined(String sender, BusEvidence.Credentials credentials)
            throws SystemCallException, IdentityDoubt {
        long pid = credentials.pid();
        try (var process = process(credentials);
                var folder = ProcessFolder.open(Long.toString(pid))) {
            var caller = new Caller(identity(folder, pid), pid, folder.executable());
            // the tick is rounded down, so that no tolerance is needed for a caller in a hurry
            if (folder.startedAt() > evidence.connectedBefore(sender)) {
                throw new IdentityDoubt("a process that is younger than the connection");
            }
            if (credentials.process() == null && !evidence.holdsItsConnections(pid, folder)) {
                throw new IdentityDoubt("a process that does not hold the connection");
            }
            if (process.hasEnded()) {
                throw new IdentityDoubt("a process that has ended");
            }
            if (evidence.processId(sender) != pid) {
                throw new IdentityDoubt("a connection that is gone");
            }
            return caller;
        }
    }

    /// A descriptor of the process the bus saw, else of whichever has its id now.
    private static Descriptor process(BusEvidence.Credentials credentials)
            throws SystemCallException {
        var seen = credentials.process();
        return seen != null ? seen : Descriptor.ofProcess((int) credentials.pid());
    }

    private AppIdentity identity(ProcessFolder folder, long pid)
            throws SystemCallException, IdentityDoubt {
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
