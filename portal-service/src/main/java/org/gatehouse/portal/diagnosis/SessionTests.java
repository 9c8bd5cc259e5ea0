package org.gatehouse.portal.diagnosis;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.bus.BusException;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.policy.PolicyProblem;
import org.gatehouse.portal.backend.Backend;
import org.gatehouse.portal.backend.Backends;
import org.gatehouse.portal.backend.Dialogs;
import org.gatehouse.portal.backend.Presence;
import org.gatehouse.portal.window.InUse;
import org.gatehouse.role.RoleSettings;

/// Looks at what all portals share: backends, notices, policy, windows, FUSE.
final class SessionTests implements SelfTest {

    private static final String LOCKDOWN = "org.freedesktop.impl.portal.Lockdown";
    private static final String NOTICES = "org.freedesktop.Notifications";

    private final Backends backends;
    private final Presence presence;
    private final PolicyFiles policy;
    private final InUse inUse;
    private final RoleSettings settings;

    @Inject
    SessionTests(
            Backends backends,
            Presence presence,
            PolicyFiles policy,
            InUse inUse,
            RoleSettings settings) {
        this.backends = backends;
        this.presence = presence;
        this.policy = policy;
        this.inUse = inUse;
        this.settings = settings;
    }

    @Override
    public List<Check> run() {
        var checks = new ArrayList<Check>();
        checks.add(Check.good("portal", "serves org.freedesktop.portal.Desktop"));
        checks.add(dialogs());
        checks.add(lockdown());
        checks.add(notices());
        checks.add(windows());
        checks.add(fuse());
        checks.addAll(policy());
        return checks;
    }

    private Check dialogs() {
        var backend = backends.find(Dialogs.ACCESS);
        if (backend.isEmpty()) {
            return new Check(
                    "dialogs",
                    State.BAD,
                    "no backend shows questions; they wait in the list instead",
                    "Install a backend with org.freedesktop.impl.portal.Access, such as"
                            + " gatehouse-prompt, and name it in portals.conf.");
        }
        return isReachable(backend.get().busName())
                ? Check.good("dialogs", text(backend.get()) + " shows questions")
                : new Check(
                        "dialogs",
                        State.BAD,
                        text(backend.get()) + " is chosen, but cannot be reached",
                        "Start it, or choose another backend in portals.conf.");
    }

    private Check lockdown() {
        return backends.find(LOCKDOWN)
                .map(each -> Check.good("lockdown", text(each) + " says what is switched off"))
                .orElseGet(() -> Check.good("lockdown", "nothing can be switched off here"));
    }

    private Check notices() {
        return isReachable(NOTICES)
                ? Check.good("notices", "there is somebody to show them")
                : new Check(
                        "notices",
                        State.WARNING,
                        "nobody shows notices",
                        "Start a notification daemon to be told of use in the background.");
    }

    private Check windows() {
        var source = inUse.source();
        return source.isEmpty()
                ? new Check(
                        "windows",
                        State.WARNING,
                        "it cannot be told which apps are in use; \"while I use the app\" is not"
                                + " offered, and such grants count for nothing",
                        "It needs a desktop that tells (org.freedesktop.impl.portal.Background),"
                                + " or X11.")
                : Check.good("windows", source + " tells which apps are in use");
    }

    private Check fuse() {
        var path = settings.environment().getOrDefault("PATH", "/usr/bin:/bin");
        boolean mounts =
                Stream.of(path.split(":"))
                        .filter(folder -> folder.startsWith("/"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "fusermount3")));
        if (!Files.isWritable(Path.of("/dev/fuse"))) {
            return new Check(
                    "FUSE", State.WARNING, "/dev/fuse cannot be used", "Load the module fuse.");
        }
        return mounts
                ? Check.good("FUSE", "/dev/fuse and fusermount3 are there")
                : new Check("FUSE", State.WARNING, "there is no fusermount3", "Install fuse3.");
    }

    private List<Check> policy() {
        var problems = policy.problems();
        if (problems.isEmpty()) {
            return List.of(Check.good("policy", "every policy file is understood"));
        }
        return problems.stream().map(SessionTests::check).toList();
    }

    private static Check check(PolicyProblem problem) {
        var effect =
                switch (problem.effect()) {
                    case WARNING -> "the rest counts";
                    case LAST_GOOD_STATE -> "its last good state stays in force";
                    case NOTHING_ALLOWED -> "until it is mended, nothing is allowed by policy";
                };
        return new Check(
                "policy",
                problem.effect() == PolicyProblem.Effect.WARNING ? State.WARNING : State.BAD,
                problem.file() + ": " + problem.reason() + " (" + effect + ")",
                "Mend the file; gatehousectl policy check FILE says what is wrong with it.");
    }

    private boolean isReachable(String name) {
        try {
            return presence.isReachable(name);
        } catch (BusException e) {
            return false;
        }
    }

    private static String text(Backend backend) {
        return backend.name() + " (" + backend.busName() + ")";
    }
}
