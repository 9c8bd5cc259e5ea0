package org.gatehouse.launcher;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What the arguments of a program ask for. Parsed by hand: it is on the way of every start.
sealed interface CommandLine {

    /// Run `roles` until told to end.
    record Run(Set<Role> roles, boolean replace, boolean verbose) implements CommandLine {}

    /// Print `text` on standard output and leave with 0.
    record Show(String text) implements CommandLine {}

    /// Print `message` on standard error and leave with 1; nothing was started.
    record Refuse(String message) implements CommandLine {}

    /// Reads the arguments from left to right; the first `--help`, `--version` or mistake decides.
    ///
    /// @param version of the program, looked up when asked for
    static CommandLine parse(Launcher launcher, Supplier<String> version, List<String> arguments) {
        var roles = EnumSet.noneOf(Role.class);
        var replace = false;
        var verbose = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            switch (argument) {
                case "-h", "--help" -> {
                    return new Show(launcher.usage());
                }
                case "--version" -> {
                    return new Show(launcher.name() + " " + version.get() + "\n");
                }
                case "-r", "--replace" -> replace = true;
                case "-v", "--verbose" -> verbose = true;
                default -> {
                    var word = roleWord(argument, rest.hasNext() ? rest::next : () -> "");
                    var role = Role.ofWord(word).filter(launcher.roles()::contains);
                    if (!launcher.choosesRoles() || role.isEmpty()) {
                        return new Refuse(complaint(launcher, argument, word));
                    }
                    roles.add(role.get());
                }
            }
        }
        return new Run(roles.isEmpty() ? launcher.roles() : roles, replace, verbose);
    }

    private static String roleWord(String argument, Supplier<String> nextArgument) {
        if (argument.equals("--role")) {
            return nextArgument.get();
        }
        return argument.startsWith("--role=") ? argument.substring("--role=".length()) : "";
    }

    private static String complaint(Launcher launcher, String argument, String word) {
        var what = argument.startsWith("-") ? "unknown option" : "stray argument";
        if (launcher.choosesRoles() && argument.startsWith("--role")) {
            return launcher.name() + ": no such role: " + (word.isEmpty() ? "(none)" : word);
        }
        return launcher.name() + ": " + what + ": " + argument;
    }
}
