package org.gatehouse.ctl;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// The kind of the app that is meant, where there are several of one id.
final class AppKind {

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description =
                    "What confines the app: flatpak, snap, linyaps, click or host. Needed"
                            + " only where an id is there more than once.")
    private String kind = "";

    /// What may be typed.
    static final class Kinds extends Words {
        Kinds() {
            super(List.of("flatpak", "snap", "linyaps", "click", "host"));
        }
    }

    /// As typed; `""` for any.
    String typed() {
        return kind;
    }

    /// The one kind under which the app is known; for an app that is not, the kind whose ids look
    /// like this one.
    ///
    /// @throws Failure if there are several
    String of(String app, Service service) {
        if (!kind.isEmpty()) {
            return kind;
        }
        var known =
                Fields.all(service.permissions().ListApps(Map.copyOf(Which.app(app, "").toWire())))
                        .stream()
                        .map(each -> each.text("kind"))
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
        if (known.size() > 1) {
            throw Failure.usage(
                    app
                            + " is there as "
                            + String.join(" and as ", known)
                            + "; say which with --kind");
        }
        return known.isEmpty() ? likely(app) : known.getFirst();
    }

    private static String likely(String app) {
        return app.startsWith("snap.") ? "snap" : "flatpak";
    }
}
