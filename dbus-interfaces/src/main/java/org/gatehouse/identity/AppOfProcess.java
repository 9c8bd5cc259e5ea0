package org.gatehouse.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;

/// Which app a process is of, for showing and counting what runs.
///
/// Told by the sandbox's own record in the process's root, by snapd's control group, or by the
/// person's systemd unit. It is no proof of who calls: the process is not shown to be anybody's
/// peer, and its id may be another's by now. Snapd is not asked, since that starts a program.
///
/// Threads: any platform thread; blocks where the process has a slow file system for its root.
public final class AppOfProcess {

    private static final Pattern SNAP =
            Pattern.compile("/snap\\.([a-z0-9-]{1,40}(?:_[a-z0-9]{1,10})?)\\.[^/]+");

    private AppOfProcess() {}

    /// The app of a process.
    ///
    /// @param pid as this process's namespace counts
    /// @return empty if there is no such process, it may not be looked at, or it is of no app
    public static Optional<AppIdentity> of(long pid) {
        try (var folder = ProcessFolder.open(Long.toString(pid))) {
            return identity(folder);
        } catch (SystemCallException | IdentityDoubt e) {
            return Optional.empty();
        }
    }

    private static Optional<AppIdentity> identity(ProcessFolder folder)
            throws SystemCallException, IdentityDoubt {
        try (var root = folder.root()) {
            var flatpak = ProcessFolder.record(root, ".flatpak-info");
            if (flatpak.isPresent()) {
                return Optional.of(SandboxRecords.flatpak(flatpak.get()));
            }
            var groups = folder.controlGroups();
            if (groups.isSnap()) {
                return snap(groups);
            }
            var linyaps = ProcessFolder.record(root, ".linyaps");
            if (linyaps.isPresent()) {
                return Optional.of(SandboxRecords.linyaps(linyaps.get()));
            }
            return groups.userUnit().flatMap(UnitName::app).map(app -> new Host(app.value()));
        }
    }

    /// The snap whose app a control group such as `…/snap.NAME.APP-4711.scope` is of.
    static Optional<AppIdentity> snap(ControlGroups groups) {
        return groups.paths().stream()
                .flatMap(path -> Stream.of(SNAP.matcher(path)))
                .filter(Matcher::find)
                .findFirst()
                .flatMap(found -> AppId.parse("snap." + found.group(1)))
                .map(app -> new Sandboxed(SandboxKind.SNAP, app, ""));
    }
}
