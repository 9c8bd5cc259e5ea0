package org.gatehouse.ctl;

import org.freedesktop.dbus.types.UInt64;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The arguments of revoke and forget, and the question before much is withdrawn.
final class Withdrawal {

    @Parameters(index = "0", arity = "0..1", paramLabel = "APP", description = "The app's id.")
    private String app = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CLASS",
            completionCandidates = ClassIds.class,
            description = "The permission, such as location; without it, all of the app.")
    private String permissionClass = "";

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            completionCandidates = ClassIds.class,
            description = "This permission of all apps.")
    private String ofAll = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before more than one permission is withdrawn.")
    private boolean yes;

    @Mixin private Sequences sequences = new Sequences();
    @Mixin private AppKind kind = new AppKind();
    @Mixin private Format format = new Format();

    /// One of the two calls.
    @FunctionalInterface
    interface Call {
        UInt64 withdraw(Which which, UInt64 basedOn);
    }

    /// @param verb what it does, such as `take back`
    /// @param done a line for people, with `%s` for what was withdrawn
    int run(Context context, String verb, String done, Call call) {
        var which = which();
        long shown = 0;
        if (which.app().isEmpty() || which.permissionClass().isEmpty()) {
            var list = context.service().permissions().ListGrants(which.toWire());
            shown = list.sequence().longValue();
            int count = list.grants().size();
            var question = "This will %s %d permissions: %s. Go on?".formatted(verb, count, which);
            if (count > 1 && !yes && !context.screen().confirms(question)) {
                throw Failure.notFound("nothing was done");
            }
        }
        var sequence = call.withdraw(which, sequences.orElse(shown));
        if (format.isJson()) {
            context.screen().json(Sequences.answer(sequence));
        }
        if (sequence.longValue() == 0) {
            throw nothing(verb, which, context.service());
        }
        if (!format.isJson()) {
            context.screen().say(done.formatted(which) + " Undo: gatehousectl undo");
        }
        return ExitStatus.FINE.number();
    }

    private Which which() {
        if (!permissionClass.isEmpty() && !ofAll.isEmpty()) {
            throw Failure.usage("the class is given twice");
        }
        var found =
                new Which(permissionClass.isEmpty() ? ofAll : permissionClass, kind.typed(), app);
        if (found.app().isEmpty() && found.permissionClass().isEmpty()) {
            throw Failure.usage(
                    "say which: an APP, an APP and a CLASS, or --class CLASS for all apps");
        }
        return found;
    }

    private static Failure nothing(String verb, Which which, Service service) {
        boolean unknown =
                !which.app().isEmpty()
                        && service.permissions()
                                .ListApps(Which.app(which.app(), "").toWire())
                                .isEmpty();
        return unknown
                ? UnknownApp.failure(which.app(), service)
                : Failure.notFound("there is nothing to " + verb + ": " + which);
    }
}
