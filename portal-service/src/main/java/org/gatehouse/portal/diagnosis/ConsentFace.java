package org.gatehouse.portal.diagnosis;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Consent1;
import org.gatehouse.Permissions1.Explanation;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.Ruled;
import org.gatehouse.portal.consent.Step;
import org.gatehouse.portal.consent.Verdict;
import org.gatehouse.portal.diagnosis.SelfTest.Check;
import org.gatehouse.portal.request.Options;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.SandboxKind;

/// Answers what only the portal knows, and does what only it can. Asks nobody.
///
/// Thread: the store's serial queue; waits for the store, and for what is looked at.
final class ConsentFace implements Consent1 {

    static final String PATH = "/org/gatehouse/Consent1";

    private final ConsentGate gate;
    private final Catalogue catalogue;
    private final DesktopFiles apps;
    private final Set<SelfTest> tests;
    private final InstanceStop stop;

    @Inject
    ConsentFace(
            ConsentGate gate,
            Catalogue catalogue,
            DesktopFiles apps,
            Set<SelfTest> tests,
            InstanceStop stop) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.apps = apps;
        this.tests = tests;
        this.stop = stop;
    }

    /// As the contract says.
    ///
    /// @throws PortalException `NotFound` for an unknown class, `InvalidArgument` for an unknown
    ///   kind or level or a malformed app
    @Override
    public Explanation Explain(
            String permission_class, String kind, String app, Map<String, Variant<?>> options) {
        var resource =
                catalogue
                        .find(permission_class)
                        .orElseThrow(() -> PortalException.notFound("no such class"));
        var given = new Options(options);
        var identity = identity(kind, app, given.strictText("runtime").orElse(""));
        var reason = given.strictText("reason").orElseGet(() -> apps.statedReason(resource, app));
        try {
            var caller = new Caller("", identity);
            return told(gate.explain(caller, resource, rank(given, resource), !reason.isBlank()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PortalException.failed("the portal is leaving");
        }
    }

    private static int rank(Options given, PermissionClass resource) {
        var level = given.strictText("level");
        return level.isEmpty()
                ? resource.highest()
                : resource.rankOfChoice(level.get())
                        .orElseThrow(() -> PortalException.invalidArgument("no such level"));
    }

    private static AppIdentity identity(String kind, String app, String runtime) {
        if (kind.equals("host")) {
            return new AppIdentity.Host(app);
        }
        for (var each : SandboxKind.values()) {
            if (each.wire().equals(kind)) {
                return new AppIdentity.Sandboxed(each, new AppId(app), "", runtime);
            }
        }
        throw PortalException.invalidArgument("no such kind of app");
    }

    private static Explanation told(Ruled ruled) {
        var verdict =
                switch (ruled.verdict()) {
                    case Verdict.Allow _ -> "allow";
                    case Verdict.Deny _ -> "deny";
                    case Verdict.Ask _ -> "ask";
                    case Verdict.Defer _ -> "defer";
                };
        return new Explanation(verdict, ruled.steps().stream().map(ConsentFace::keys).toList());
    }

    private static Map<String, Variant<?>> keys(Step step) {
        return Map.of(
                "rule", new Variant<>(step.rule()),
                "says", new Variant<>(step.says()),
                "decides", new Variant<>(step.decides()));
    }

    @Override
    public List<Map<String, Variant<?>>> Diagnose() {
        var checks = new ArrayList<Check>();
        tests.forEach(each -> checks.addAll(each.run()));
        checks.sort(Comparator.comparing(Check::name));
        return checks.stream().map(ConsentFace::keys).toList();
    }

    private static Map<String, Variant<?>> keys(Check check) {
        var state = check.state().name().toLowerCase(Locale.ROOT);
        return Map.of(
                "check", new Variant<>(check.name()),
                "state", new Variant<>(state),
                "text", new Variant<>(check.text()),
                "advice", new Variant<>(check.advice()));
    }

    /// As the contract says.
    ///
    /// @throws PortalException `InvalidArgument` without app and instance; `NotFound` if nothing of
    ///   it runs
    @Override
    public UInt32 StopInstances(Map<String, Variant<?>> which) {
        var given = new Options(which);
        var app = given.strictText("app");
        var instance = given.strictText("instance");
        if (app.isEmpty() && instance.isEmpty()) {
            throw PortalException.invalidArgument("neither an app nor an instance is named");
        }
        int stopping = stop.stop(given.strictText("kind"), app, instance);
        if (stopping == 0) {
            throw PortalException.notFound("nothing of that runs");
        }
        return new UInt32(stopping);
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
