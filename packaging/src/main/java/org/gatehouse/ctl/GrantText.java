package org.gatehouse.ctl;

import org.gatehouse.ctl.text.Style;
import org.gatehouse.ctl.text.Table;
import org.gatehouse.ctl.text.Table.Cell;
import org.gatehouse.ctl.text.Times;

/// Grants in words and tables.
final class GrantText {

    private GrantText() {}

    static Table table(Iterable<Fields> grants, Times times) {
        var table =
                new Table("APP", "KIND", "CLASS", "VERDICT", "LEVEL", "LASTS", "LAST USE", "BY");
        for (var grant : grants) {
            table.add(
                    Cell.of(grant.text("app")),
                    Cell.of(kind(grant)),
                    Cell.of(grant.text("class")),
                    verdict(grant),
                    Cell.of(grant.text("level")),
                    Cell.of(lasts(grant, times)),
                    Cell.of(
                            grant.flag("in-use")
                                    ? "in use"
                                    : times.shown(grant.number("last-use"))),
                    Cell.of(grant.flag("implied") ? "implied" : grant.text("decided-by")));
        }
        return table;
    }

    static Cell verdict(Fields grant) {
        return new Cell(grant.text("verdict"), Style.of(grant.text("verdict")));
    }

    /// `any` for a row that a tool wrote, which holds for every kind.
    static String kind(Fields fields) {
        return fields.text("kind").isEmpty() ? "any" : fields.text("kind");
    }

    static String lasts(Fields grant, Times times) {
        return switch (grant.text("lifespan")) {
            case "until" -> "until " + times.shown(grant.number("until"));
            case "session" -> "until logout";
            case "while-in-use" -> "while in use";
            default -> grant.text("lifespan");
        };
    }

    /// One grant as a sentence.
    static String sentence(Fields grant, Times times) {
        var level = grant.text("level").isEmpty() ? "" : ", " + grant.text("level");
        var lasts = lasts(grant, times);
        return grant.text("app")
                + ": "
                + grant.text("class")
                + " "
                + switch (grant.text("verdict")) {
                    case "allow" -> "allowed" + level + (lasts.isEmpty() ? "" : ", " + lasts);
                    case "deny" -> "denied";
                    case "ask" -> "asks each time";
                    default -> grant.text("verdict");
                };
    }
}
