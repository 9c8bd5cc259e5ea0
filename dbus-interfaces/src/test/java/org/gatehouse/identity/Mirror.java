package org.gatehouse.identity;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.bus.Out;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.testing.PrivateBus;
import org.gatehouse.testing.ProcessResult;

/// A service on a private bus that tells its callers who they are.
final class Mirror implements AutoCloseable {

    @DBusInterfaceName("org.gatehouse.test.Who")
    public interface Who {
        @Out("identity")
        String Ask();
    }

    private final PrivateBus session;
    private final BusConnection bus;
    private final CallerIdentities callers;

    private Mirror(PrivateBus session, Map<String, String> more, boolean testIdentity) {
        this.session = session;
        this.bus = session.connect();
        var environment = session.environment();
        environment.putAll(more);
        var settings = new RoleSettings(environment, false, testIdentity);
        this.callers = CallerIdentities.ofPortal(bus, settings);
        bus.export("/mirror", List.of(ExportedInterface.of(Who.class, this::seen)));
    }

    static Mirror start() {
        return new Mirror(PrivateBus.start(), Map.of(), false);
    }

    /// With a testing launcher's settings.
    static Mirror withTestIdentity(Map<String, String> variables) {
        return new Mirror(PrivateBus.start(), variables, true);
    }

    /// On a bus that takes connections of every user.
    static Mirror forEverybody() {
        var policy = "<policy context=\"mandatory\"><allow user=\"*\"/></policy>";
        return new Mirror(PrivateBus.start(policy), Map.of(), false);
    }

    private String seen() {
        return callers.identify(Invocation.current().sender()).toString();
    }

    PrivateBus session() {
        return session;
    }

    BusConnection bus() {
        return bus;
    }

    CallerIdentities callers() {
        return callers;
    }

    /// The command line that asks, to be run by itself or at the end of a sandbox's.
    List<String> question() {
        return List.of(
                "gdbus",
                "call",
                "--address=unix:path=" + session.folder().resolve("run/bus"),
                "--dest=" + bus.uniqueName(),
                "--object-path=/mirror",
                "--method=" + "org.gatehouse.test.Who.Ask");
    }

    ProcessResult ask() {
        return session.run(question().toArray(String[]::new));
    }

    /// Asks from a sandbox with a root of its own, in which `more` is.
    ProcessResult askInside(String... more) {
        var run = session.folder().resolve("run").toString();
        var command = Sandbox.ownRoot("--bind", run, run);
        command.addAll(List.of(more));
        command.addAll(question());
        return session.run(command.toArray(String[]::new));
    }

    @Override
    public void close() {
        callers.close();
        bus.close();
        session.close();
    }
}
