package org.gatehouse.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Decides in the person's place.
@Command(
        name = "set",
        description = "Allow or refuse an app a permission, without a question.",
        footer = {
            "",
            "Examples:",
            "  gatehousectl set org.gnome.Maps location allow --level city",
            "  gatehousectl set org.gnome.Maps location allow --for 2h"
        })
final class SetCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(index = "0", paramLabel = "APP", description = "The app's id.")
    private String app = "";

    @Parameters(
            index = "1",
            paramLabel = "CLASS",
            completionCandidates = ClassIds.class,
            description = "The permission, such as location.")
    private String permissionClass = "";

    @Parameters(
            index = "2",
            paramLabel = "VERDICT",
            completionCandidates = Verdicts.class,
            description = "allow, deny, or ask (each time).")
    private String verdict = "";

    @Mixin private GrantChoice choice = new GrantChoice();
    @Mixin private Sequences sequences = new Sequences();
    @Mixin private AppKind kind = new AppKind();
    @Mixin private Format format = new Format();

    SetCommand(Context context) {
        this.context = context;
    }

    /// What may be typed.
    static final class Verdicts extends Words {
        Verdicts() {
            super(List.of("allow", "deny", "ask"));
        }
    }

    @Override
    public Integer call() {
        var grant = choice.toWire(verdict, context.times());
        var permissions = context.service().permissions();
        var whose = kind.of(app, context.service());
        var sequence = permissions.Set(permissionClass, whose, app, grant, sequences.orElse(0));
        if (format.isJson()) {
            context.screen().json(Sequences.answer(sequence));
            return ExitStatus.FINE.number();
        }
        var now = permissions.ListGrants(new Which(permissionClass, "", app).toWire()).grants();
        Fields.all(now).stream()
                .filter(each -> each.text("kind").equals(whose))
                .forEach(each -> context.screen().say(GrantText.sentence(each, context.times())));
        return ExitStatus.FINE.number();
    }
}
