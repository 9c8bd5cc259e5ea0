package org.gatehouse.ctl;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.RemoteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Ends what runs.
@Command(
        name = "stop",
        description = {
            "End a running app, with everything that it has started.",
            "It is asked to end, and is ended after 10 seconds. What it may do stays as it is: it may be"
                    + " started again. gatehousectl revoke APP background takes back that it may run"
                    + " without a window."
        },
        footer = {
            "",
            "Examples:",
            "  gatehousectl stop org.gnome.Maps",
            "  gatehousectl stop org.gnome.Maps --instance 12345   one of several"
        })
final class StopCommand implements Callable<Integer> {

    private static final String NOT_FOUND = "org.freedesktop.portal.Error.NotFound";

    private final Context context;

    @Parameters(paramLabel = "APP", description = "The app's id, as gatehousectl running lists it.")
    private String app = "";

    @Option(
            names = "--instance",
            paramLabel = "ID",
            description = "Only this one, as gatehousectl running lists it.")
    private String instance = "";

    @Mixin private AppKind kind = new AppKind();
    @Mixin private Format format = new Format();

    StopCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var stopping = stop();
        if (format.isJson()) {
            context.screen().json(Map.of("stopping", stopping));
            return ExitStatus.FINE.number();
        }
        var what = stopping == 1 ? app : "%d instances of %s".formatted(stopping, app);
        context.screen().say("Asked to end: %s. It is ended after 10 seconds.".formatted(what));
        return ExitStatus.FINE.number();
    }

    private long stop() {
        try {
            return context.service().permissions().StopInstances(which()).longValue();
        } catch (RemoteException e) {
            throw e.name().equals(NOT_FOUND) ? notRunning() : e;
        }
    }

    private Map<String, Variant<?>> which() {
        var which = new HashMap<>(Which.app(app, kind.typed()).toWire());
        if (!instance.isEmpty()) {
            which.put("instance", new Variant<>(instance));
        }
        return which;
    }

    private Failure notRunning() {
        var meant =
                Fields.all(context.service().permissions().ListInstances(Map.of())).stream()
                        .filter(this::isMeant)
                        .map(each -> each.text("app"))
                        .findFirst();
        var what = instance.isEmpty() ? app : "instance " + instance + " of " + app;
        return Failure.notFound(
                what
                        + " does not run"
                        + meant.map(id -> "; do you mean " + id + "?")
                                .orElse("; gatehousectl running lists what does"));
    }

    /// A part of the id, or of the name.
    private boolean isMeant(Fields running) {
        var typed = app.toLowerCase(Locale.ROOT);
        var id = running.text("app").toLowerCase(Locale.ROOT);
        var name = running.text("name").toLowerCase(Locale.ROOT);
        return !id.equals(typed) && (id.contains(typed) || name.contains(typed));
    }
}
