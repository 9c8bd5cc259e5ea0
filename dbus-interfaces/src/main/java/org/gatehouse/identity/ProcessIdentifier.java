package org.gatehouse.identity;

import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.SystemCallException;

/// Identifies a caller by its process, as security-rules 2 demands.
///
/// Everything about the process is read first; the checks that vouch for it being the caller's come
/// last. Blocks: a caller may have a slow file system for its root.
final class ProcessIdentifier implements Identifier {

    private final BusEvidence evidence;
    private final ProcessApps apps;

    ProcessIdentifier(BusEvidence evidence, ProcessApps apps) {
        this.evidence = evidence;
        this.apps = apps;
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
            var caller = new Caller(apps.identity(folder, pid), pid, folder.executable());
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
}
