package org.gatehouse.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.prompt.Sanitiser;

/// What the window says about grants and questions, in words.
public record Phrases(Times times) {

    /// What holds, in one line.
    public String summary(GrantRow grant, PermissionInfo permission) {
        return switch (grant.verdict()) {
            case DENY -> "Not allowed";
            case ASK -> "Asks each time";
            case UNCLEAR -> "Not understood, so it asks";
            case ALLOW -> allowed(grant, permission);
        };
    }

    private String allowed(GrantRow grant, PermissionInfo permission) {
        var parts = new ArrayList<String>();
        var level = permission.label(grant.level());
        parts.add(level.isEmpty() ? "Allowed" : level);
        parts.add(lowered(howLong(grant)));
        if (grant.implied()) {
            parts.add("given to older apps");
        }
        return String.join(" · ", parts);
    }

    /// Such as `Until today, 18:00` or `While I use the app`.
    public String howLong(GrantRow grant) {
        return grant.lifespan().equals(Decision.UNTIL) && grant.until() > 0
                ? "Until " + times.moment(grant.until())
                : lifespan(grant.lifespan());
    }

    /// What a lifespan is called.
    public static String lifespan(String word) {
        return Lifespan.ofChoice(word).map(Lifespan::label).orElse(word);
    }

    /// Such as `5 minutes ago, 12 times in all`.
    public String used(GrantRow.History history) {
        if (history.lastUse() <= 0) {
            return "Never";
        }
        var last = raised(times.ago(history.lastUse()));
        return history.uses() > 1 ? last + " · " + history.uses() + " times in all" : last;
    }

    /// Such as `3 March, 14:05 · by you`.
    public String decided(GrantRow.History history) {
        var by = decidedBy(history.decidedBy());
        return history.decided() <= 0
                ? raised(by)
                : raised(times.ago(history.decided())) + " · " + by;
    }

    private static String decidedBy(String word) {
        return switch (word) {
            case "person" -> "by you";
            case "policy" -> "by a rule";
            case "import" -> "taken over from before";
            case "administrator" -> "by the administrator";
            case "tool" -> "by another program";
            default -> "nobody knows by whom";
        };
    }

    /// Why a question waits.
    public static String why(String word) {
        return switch (word) {
            case "nobody" -> "Nobody could be asked";
            case "policy" -> "A rule puts such questions off";
            case "locked" -> "The screen was locked";
            case "driving" -> "You were driving";
            case "presentation" -> "You were giving a presentation";
            default -> "Not asked during: " + Sanitiser.line(word, "something else");
        };
    }

    /// What happened, in one line.
    public static String event(LedgerRow row, PermissionInfo permission) {
        var name = row.name().isEmpty() ? "Somebody" : row.name();
        var what = permission.name().isEmpty() ? "something" : permission.name();
        return switch (row.event()) {
            case "asked" -> name + " asked for " + what;
            case "granted" -> name + " was allowed " + what;
            case "denied" -> name + " was refused " + what;
            case "dismissed" -> "A question of " + name + " was closed: " + what;
            case "deferred" -> "A question of " + name + " was put off: " + what;
            case "used" -> name + " used " + what;
            case "paused" -> name + " paused: " + what;
            case "resumed" -> name + " went on: " + what;
            case "stopped" ->
                    row.isOfBackground() ? name + " was stopped" : name + " stopped: " + what;
            case "started" -> name + " was started at login";
            case "ran" -> name + " ran without a window";
            case "set" -> "Decided for " + name + ": " + what;
            case "revoked" -> what + " was taken back from " + name;
            case "forgotten" -> name + " will ask again: " + what;
            case "expired" -> what + " of " + name + " came to its end";
            case "lapsed" -> what + " of " + name + " was not used, and will be asked for again";
            case "imported" -> "Taken over from before" + about(row, what);
            case "undone" -> "A change was undone" + about(row, what);
            case "changed" -> "Another program changed " + what + " of " + name;
            default -> Sanitiser.line(row.event(), "Something happened") + about(row, what);
        };
    }

    private static String about(LedgerRow row, String what) {
        return row.name().isEmpty() ? "" : ": " + what + " of " + row.name();
    }

    /// What a change has done, for the line that offers to undo it.
    static String done(GrantRow grant, PermissionInfo permission, Decision decision) {
        var what = permission.name();
        return switch (decision.verdict()) {
            case DENY -> what + " taken back from " + grant.name();
            case ASK, UNCLEAR -> grant.name() + " will ask again: " + what;
            case ALLOW -> {
                var level = permission.label(decision.level());
                var degree = level.isEmpty() ? "" : " · " + level;
                yield grant.name() + " is allowed " + what + degree;
            }
        };
    }

    /// How an app runs, such as `In the background`.
    public static String state(RunningApp.State state) {
        return switch (state) {
            case BACKGROUND -> "In the background";
            case OPEN -> "With a window";
            case ACTIVE -> "In front of you";
            case UNKNOWN -> "With or without a window";
        };
    }

    /// Such as `since 14:05 · started at login`.
    public String running(RunningApp app) {
        var since = "since " + times.recently(app.since());
        var login = app.atLogin() ? " · started at login" : "";
        return since + login + (app.key().isSandboxed() ? "" : " · not sandboxed");
    }

    /// The app's own words, marked as such.
    public static String says(RunningApp app) {
        return "The app says: “" + app.message() + "”";
    }

    /// A word with a capital letter.
    public static String raised(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// Without the capital letter, but for what stands for a name: the word I.
    private static String lowered(String text) {
        boolean name = text.length() > 1 && text.charAt(1) == ' ';
        return text.isEmpty() || name
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /// Such as `1 app`, `3 apps`.
    public static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /// Such as `Flatpak · 3.2 · used 5 minutes ago`.
    public String about(AppRow app) {
        var parts = new ArrayList<String>();
        parts.addAll(Arrays.asList(app.key().shownId(), app.key().kindLabel()));
        if (!app.version().isEmpty()) {
            parts.add(app.version());
        }
        if (!app.installed() && !app.key().kind().isEmpty()) {
            parts.add("not installed");
        }
        return String.join(" · ", parts);
    }
}
