package org.gatehouse.ctl;

import java.util.Locale;
import java.util.Map;

/// The answer to an app id that nothing is known of, with the id that may have been meant.
final class UnknownApp {

    private UnknownApp() {}

    static Failure failure(String app, Service service) {
        var similar =
                Fields.all(service.permissions().ListApps(Map.of())).stream()
                        .filter(known -> isSimilar(known, app.toLowerCase(Locale.ROOT)))
                        .map(known -> known.text("app"))
                        .findFirst();
        return Failure.notFound(
                "nothing is known of "
                        + app
                        + similar.map(id -> "; do you mean " + id + "?")
                                .orElse("; gatehousectl apps lists the apps"));
    }

    private static boolean isSimilar(Fields known, String typed) {
        var id = known.text("app").toLowerCase(Locale.ROOT);
        return id.contains(typed) || known.text("name").toLowerCase(Locale.ROOT).contains(typed);
    }
}
