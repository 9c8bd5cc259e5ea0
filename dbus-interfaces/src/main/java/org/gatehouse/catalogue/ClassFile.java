package org.gatehouse.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.gatehouse.catalogue.PermissionClass.Buttons;
import org.gatehouse.catalogue.PermissionClass.Confirmation;
import org.gatehouse.catalogue.PermissionClass.Handling;
import org.gatehouse.catalogue.PermissionClass.Risk;
import org.gatehouse.catalogue.PermissionClass.Row;
import org.gatehouse.catalogue.PermissionClass.Unset;
import org.gatehouse.catalogue.PermissionClass.Usage;
import org.gatehouse.catalogue.PermissionClass.Wording;

/// A class of permission as its TOML file says it.
///
/// Mandatory keys: `id`, `table` and `entry` (where the permission store keeps it), `values`
/// (`word` or `level-and-time`), `name`, `description`, `question` (with one `%s` for the app),
/// `confirmation` (implicit, explicit, provider: whoever designs a portal has to say). Others:
/// `icon`, `risk`, `risks`, `usage` (common), `default` (ask), `lifespans` (all), `until-seconds`
/// (3,600), and `level-label` with `[[level]]` tables of `id`, `word` and `label`, least first.
final class ClassFile {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int DAY = 24 * 60 * 60;
    private static final int HOUR = 60 * 60;
    private static final Level YES = new Level("yes", "yes", "Allowed");

    private ClassFile() {}

    /// @throws TomlException if the text is not a class
    static PermissionClass parse(String text) throws TomlException {
        var file = TomlFile.parse(text);
        var id = file.text("id");
        if (!ID.matcher(id).matches()) {
            throw file.complaint("id", "must be lower-case letters, digits and -");
        }
        var permission =
                new PermissionClass(id, row(file), levels(file), wording(file), handling(file));
        file.finish();
        return permission;
    }

    private static Row row(TomlFile file) throws TomlException {
        var form = RowForm.ofWord(file.text("values"));
        if (form.isEmpty()) {
            throw file.complaint("values", "must be word or level-and-time");
        }
        return new Row(file.text("table"), file.text("entry"), form.get());
    }

    private static List<Level> levels(TomlFile file) throws TomlException {
        var levels = new ArrayList<Level>();
        for (var level : file.tables("level")) {
            levels.add(new Level(level.text("id"), level.text("word"), level.text("label")));
        }
        return levels.isEmpty() ? List.of(YES) : levels;
    }

    private static Wording wording(TomlFile file) throws TomlException {
        var question = file.text("question");
        if (!question.replaceFirst("%s", "").equals(question.replace("%s", ""))
                || question.replace("%s", "").contains("%")
                || !question.contains("%s")) {
            throw file.complaint("question", "must hold %s once, for the app, and no other %");
        }
        return new Wording(
                file.text("name"),
                file.text("description"),
                file.optionalText("icon").orElse(""),
                question,
                file.optionalText("risk").orElse(""),
                file.optionalText("level-label").orElse(""),
                new Buttons(
                        file.optionalText("allow-label").orElse("Allow"),
                        file.optionalText("deny-label").orElse("Deny")));
    }

    private static Handling handling(TomlFile file) throws TomlException {
        var confirmation = file.word("confirmation", Confirmation.class);
        if (confirmation.isEmpty()) {
            throw file.complaint("", "the key confirmation is missing");
        }
        var lifespans = file.words("lifespans", Lifespan.class).orElse(List.of(Lifespan.values()));
        if (lifespans.isEmpty()) {
            throw file.complaint("lifespans", "must name one at least");
        }
        var risks = EnumSet.noneOf(Risk.class);
        risks.addAll(file.words("risks", Risk.class).orElse(List.of()));
        return new Handling(
                risks,
                file.word("usage", Usage.class).orElse(Usage.COMMON),
                confirmation.get(),
                file.word("default", Unset.class).orElse(Unset.ASK),
                lifespans,
                file.number("until-seconds", 1, 366 * DAY).orElse(HOUR));
    }
}
