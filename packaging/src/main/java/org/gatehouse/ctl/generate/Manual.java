package org.gatehouse.ctl.generate;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page, in the macros of man(7): a frame whose `@COMMANDS@` and `@EXIT@` are filled in.
final class Manual {

    private final String frame;
    private final StringBuilder out = new StringBuilder();

    Manual(String frame) {
        this.frame = frame;
    }

    /// @param root the program
    String of(CommandSpec root) {
        Described.commands(root).forEach(each -> command(each, ""));
        return frame.replace("@COMMANDS@\n", out).replace("@EXIT@\n", exit(root));
    }

    private void command(CommandSpec command, String before) {
        var name = before + command.name();
        if (!Described.commands(command).isEmpty()) {
            Described.commands(command).forEach(each -> command(each, name + " "));
            return;
        }
        out.append(".SS ").append(quoted(synopsis(command, name))).append("\n");
        for (var line : command.usageMessage().description()) {
            paragraph(line);
        }
        for (var parameter : Described.parameters(command)) {
            item(parameter.paramLabel(), Described.text(parameter));
        }
        for (var option : Described.options(command)) {
            if (!option.usageHelp()) {
                item(names(option), Described.text(option));
            }
        }
        footer(command);
    }

    private static String synopsis(CommandSpec command, String name) {
        var words = new StringBuilder(name);
        for (var parameter : Described.parameters(command)) {
            var label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
            words.append(parameter.required() ? " " + label : " [" + label + "]");
        }
        return words.toString();
    }

    private static String names(OptionSpec option) {
        var names = String.join(", ", option.names());
        return Described.takesValue(option) ? names + " " + option.paramLabel() : names;
    }

    private void footer(CommandSpec command) {
        var footer = command.usageMessage().footer();
        if (footer.length == 0) {
            return;
        }
        out.append(".PP\n.nf\n");
        for (var line : footer) {
            if (!line.isEmpty()) {
                out.append(text(line)).append("\n");
            }
        }
        out.append(".fi\n");
    }

    private void paragraph(String line) {
        out.append(".PP\n").append(text(line)).append("\n");
    }

    private void item(String term, String description) {
        out.append(".TP\n.B ").append(text(term)).append("\n");
        out.append(text(description)).append("\n");
    }

    private static String exit(CommandSpec root) {
        var exit = new StringBuilder();
        Map<String, String> codes = new TreeMap<>(root.usageMessage().exitCodeList());
        codes.forEach((code, meaning) ->
                exit.append(".TP\n.B ")
                        .append(code)
                        .append("\n")
                        .append(text(meaning))
                        .append("\n"));
        return exit.toString();
    }

    /// A text whose characters mean themselves.
    private static String text(String plain) {
        var escaped = plain.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
        boolean isRequest = escaped.startsWith(".") || escaped.startsWith("'");
        return isRequest ? "\\&" + escaped : escaped;
    }

    private static String quoted(String plain) {
        return "\"" + text(plain).replace("\"", "\\(dq") + "\"";
    }
}
