package org.gatehouse.ctl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatehouse.ctl.text.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Everything about one app.
@Command(
        name = "show",
        description = "Show one app: what it is and what it may do, with all details.",
        footer = {"", "What it did: gatehousectl ledger --app APP"})
final class ShowCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "APP", description = "The app's id, as gatehousectl apps lists it.")
    private String app = "";

    @Mixin private AppKind kind = new AppKind();
    @Mixin private Format format = new Format();

    ShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var permissions = context.service().permissions();
        var which = Which.app(app, kind.typed()).toWire();
        var apps = permissions.ListApps(which);
        var grants = permissions.ListGrants(which);
        if (apps.isEmpty() && grants.grants().isEmpty()) {
            throw UnknownApp.failure(app, context.service());
        }
        if (format.isJson()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("apps", apps);
            answer.put("grants", grants.grants());
            answer.put("sequence", grants.sequence());
            context.screen().json(answer);
            return ExitStatus.FINE.number();
        }
        Fields.all(apps).forEach(this::showApp);
        Fields.all(grants.grants()).forEach(this::showGrant);
        return ExitStatus.FINE.number();
    }

    private void showApp(Fields found) {
        context.screen().say(orUnknown(found.text("name")), Style.HEAD);
        detail("app", found.text("app"));
        detail("kind", GrantText.kind(found));
        detail("version", orUnknown(found.text("version")));
        detail("installed", found.flag("installed") ? "yes" : "no");
    }

    private void showGrant(Fields grant) {
        var screen = context.screen();
        screen.say("");
        var verdict = grant.text("verdict");
        screen.say(verdict, Style.of(verdict), " " + grant.text("class") + extras(grant));
        detail("for", GrantText.kind(grant).equals("any") ? "the app of any kind" : "");
        detail("lasts", GrantText.lasts(grant, context.times()));
        detail("since", context.times().shown(grant.number("decided")) + by(grant));
        var uses = grant.number("uses") == 1 ? " (once)" : " (" + grant.number("uses") + " times)";
        detail("last use", context.times().shown(grant.number("last-use")) + uses);
        detail("asked for", grant.text("accuracy"));
        detail("the app says", grant.text("reason"));
    }

    private static String extras(Fields grant) {
        var extras = new ArrayList<String>();
        if (!grant.text("level").isEmpty()) {
            extras.add(grant.text("level"));
        }
        if (grant.flag("implied")) {
            extras.add("implied by policy");
        }
        if (grant.flag("in-use")) {
            extras.add("in use now");
        }
        return extras.isEmpty() ? "" : " (" + String.join(", ", List.copyOf(extras)) + ")";
    }

    private static String by(Fields grant) {
        var by = grant.text("decided-by");
        return by.isEmpty() ? "" : ", by " + by;
    }

    private void detail(String label, String text) {
        if (!text.isEmpty()) {
            context.screen().say("  %-13s %s".formatted(label + ":", text));
        }
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? "unknown" : text;
    }
}
