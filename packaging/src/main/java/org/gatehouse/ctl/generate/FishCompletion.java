package org.gatehouse.ctl.generate;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion for fish: one `complete` for each command, option and word.
final class FishCompletion {

    private static final String HELPERS =
            """
            # Whether the words so far begin with these commands, and nothing but options follows
            function __gatehousectl_in
                set -l words (string match --invert -- '-*' (commandline -opc))
                for i in (seq (count $argv))
                    test "$words[$(math $i + 1)]" = "$argv[$i]"; or return 1
                end
            end

            # The same, with exactly as many words after them as the first argument says
            function __gatehousectl_at
                set -l words (string match --invert -- '-*' (commandline -opc))
                test (count $words) -eq (math $argv[1] + (count $argv)); and __gatehousectl_in $argv[2..-1]
            end

            """;

    private final StringBuilder out = new StringBuilder();

    /// @param root the program
    String of(CommandSpec root) {
        out.append(HELPERS);
        out.append("complete -c ").append(root.name()).append(" -f\n");
        command(root, "");
        return out.toString();
    }

    /// @param path the commands that lead here, each after a space
    private void command(CommandSpec command, String path) {
        for (var each : Described.commands(command)) {
            add(at(0, path), "-a " + each.name() + describe(Described.summary(each)));
        }
        Described.options(command).forEach(option -> option(option, path));
        var parameters = Described.parameters(command);
        for (int i = 0; i < parameters.size(); i++) {
            parameter(parameters.get(i), i, path);
        }
        Described.commands(command).forEach(each -> command(each, path + " " + each.name()));
    }

    private void option(OptionSpec option, String path) {
        var names = new StringBuilder();
        for (var name : List.of(option.names())) {
            boolean isLong = name.startsWith("--");
            names.append(isLong ? "-l " : "-s ").append(name.replaceFirst("^--?", "")).append(' ');
        }
        var value = "";
        if (Described.takesValue(option)) {
            var words = Described.candidates(option);
            value = words.isEmpty() ? "-r " : "-x -a '" + words + "' ";
        }
        var where = path.isEmpty() ? at(0, path) : "__gatehousectl_in" + path;
        add(where, (names + value).strip() + describe(Described.text(option)));
    }

    private void parameter(ArgSpec parameter, int position, String path) {
        var words = Described.candidates(parameter);
        boolean many = parameter.arity().max() > 1;
        var where = many ? "__gatehousectl_in" + path : at(position, path);
        if (Described.isFile(parameter)) {
            add(where, "-F");
        } else if (!words.isEmpty()) {
            add(where, "-a '" + words + "'" + describe(parameter.paramLabel()));
        }
    }

    private static String at(int words, String path) {
        return "__gatehousectl_at " + words + path;
    }

    private void add(String condition, String rest) {
        out.append("complete -c gatehousectl -n '").append(condition).append("' ");
        out.append(rest).append("\n");
    }

    private static String describe(String text) {
        return " -d '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
