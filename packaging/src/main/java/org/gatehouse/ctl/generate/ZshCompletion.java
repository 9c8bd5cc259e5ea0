package org.gatehouse.ctl.generate;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion for zsh: one function for each command, by `_arguments`.
final class ZshCompletion {

    private final StringBuilder out = new StringBuilder();

    /// @param root the program
    String of(CommandSpec root) {
        out.append("#compdef ").append(root.name()).append("\n\n");
        function("_" + root.name(), root);
        out.append("_").append(root.name()).append(" \"$@\"\n");
        return out.toString();
    }

    private void function(String name, CommandSpec command) {
        var commands = Described.commands(command);
        commands.forEach(each -> function(name + "_" + each.name(), each));
        out.append(name).append("() {\n");
        if (!commands.isEmpty()) {
            out.append("    local context state line\n    typeset -A opt_args\n");
        }
        out.append("    _arguments ").append(commands.isEmpty() ? "-s" : "-C");
        Described.options(command).forEach(this::option);
        if (commands.isEmpty()) {
            Described.parameters(command).forEach(this::parameter);
            out.append("\n}\n\n");
            return;
        }
        out.append(" \\\n        '1:command:->command' \\\n        '*::argument:->argument'\n");
        out.append("    case $state in\n    command)\n        local -a commands=(");
        commands.forEach(each ->
                line("            ", each.name() + ":" + escape(Described.summary(each)), ""));
        out.append("\n        )\n        _describe command commands\n        ;;\n");
        out.append("    argument)\n        case $words[1] in\n");
        commands.forEach(
                each -> out.append("        %1$s) %2$s_%1$s ;;\n".formatted(each.name(), name)));
        out.append("        esac\n        ;;\n    esac\n}\n\n");
    }

    private void option(OptionSpec option) {
        var excluded = "(" + String.join(" ", option.names()) + ")";
        for (var name : option.names()) {
            boolean isLong = name.startsWith("--");
            var value = Described.takesValue(option) ? (isLong ? "=" : "+") : "";
            line(
                    "        ",
                    excluded
                            + name
                            + value
                            + "["
                            + escape(Described.text(option))
                            + "]"
                            + values(option, value),
                    " \\");
        }
    }

    private static String values(OptionSpec option, String value) {
        return value.isEmpty()
                ? ""
                : ":" + option.paramLabel().replace(":", "") + ":" + action(option);
    }

    private void parameter(ArgSpec parameter) {
        boolean many = parameter.arity().max() > 1;
        line(
                "        ",
                (many ? "*:" : parameter.required() ? ":" : "::")
                        + parameter.paramLabel()
                        + ":"
                        + action(parameter),
                " \\");
    }

    private static String action(ArgSpec of) {
        var words = Described.candidates(of);
        if (!words.isEmpty()) {
            return "(" + words + ")";
        }
        return Described.isFile(of) ? "_files" : " ";
    }

    /// One quoted word on a line of its own.
    private void line(String indent, String word, String before) {
        out.append(before).append("\n").append(indent).append("'");
        out.append(word.replace("'", "'\\''")).append("'");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }
}
