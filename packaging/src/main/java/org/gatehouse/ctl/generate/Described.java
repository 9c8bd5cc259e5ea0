package org.gatehouse.ctl.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What the generators read from picocli's model.
final class Described {

    private Described() {}

    /// The commands below one, in their order.
    static List<CommandSpec> commands(CommandSpec of) {
        return of.subcommands().values().stream().map(each -> each.getCommandSpec()).toList();
    }

    static List<OptionSpec> options(CommandSpec of) {
        return of.options().stream().filter(option -> !option.hidden()).toList();
    }

    static List<PositionalParamSpec> parameters(CommandSpec of) {
        return of.positionalParameters();
    }

    /// The first line of a command's description.
    static String summary(CommandSpec of) {
        var description = of.usageMessage().description();
        return description.length == 0 ? "" : description[0];
    }

    /// An argument's description on one line.
    static String text(ArgSpec of) {
        return String.join(" ", of.description());
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /// The words that may stand for an argument, separated by spaces; empty if any may.
    static String candidates(ArgSpec of) {
        return of.completionCandidates() == null
                ? ""
                : StreamSupport.stream(of.completionCandidates().spliterator(), false)
                        .collect(Collectors.joining(" "));
    }

    /// Whether an argument is the name of a file.
    static boolean isFile(ArgSpec of) {
        return of.paramLabel().equals("FILE");
    }
}
