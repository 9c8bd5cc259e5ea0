package org.gatehouse.ctl;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.freedesktop.dbus.types.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists grants.
@Command(
        name = "grants",
        description = "List what apps may and may not do.",
        footer = {"", "Take one back: gatehousectl revoke APP CLASS"})
final class GrantsCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "APP", description = "Only this app.")
    private String app = "";

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            completionCandidates = ClassIds.class,
            description = "Only this class.")
    private String permissionClass = "";

    @Option(
            names = "--implied",
            description = "Only what policy gives to apps built for an older level.")
    private boolean implied;

    @Mixin private AppKind kind = new AppKind();
    @Mixin private Format format = new Format();

    GrantsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var which = new Which(permissionClass, kind.typed(), app);
        var list = context.service().permissions().ListGrants(which.toWire());
        var grants = list.grants().stream().filter(this::isWanted).toList();
        if (format.isJson()) {
            context.screen().json(answer(grants, list.sequence()));
            return ExitStatus.FINE.number();
        }
        var table = GrantText.table(Fields.all(grants), context.times());
        context.screen().table(table, "Nothing is granted or refused.");
        return ExitStatus.FINE.number();
    }

    private boolean isWanted(Map<String, Variant<?>> grant) {
        return !implied || new Fields(grant).flag("implied");
    }

    /// A list of grants as JSON.
    static Map<String, Object> answer(List<Map<String, Variant<?>>> grants, Number sequence) {
        return Map.of("grants", grants, "sequence", sequence);
    }
}
