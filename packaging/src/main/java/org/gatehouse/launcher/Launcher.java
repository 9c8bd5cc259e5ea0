package org.gatehouse.launcher;

import java.util.EnumSet;
import java.util.Set;

/// A program of the image: its file name and the roles it can run.
///
/// @param name the file's name, as `--version` prints it
/// @param roles the roles it runs when nothing else is asked
/// @param choosesRoles whether `--role` may pick among [#roles()]
/// @param testing whether it honours the test-identity variables
record Launcher(String name, Set<Role> roles, boolean choosesRoles, boolean testing) {

    private static final String TESTING = "testing";

    /// @param name the file name that the image's start script hands over
    /// @param kind `testing` or `production`, from the same script
    static Launcher of(String name, String kind) {
        var testing = kind.equals(TESTING);
        return switch (name) {
            case "gatehouse-permission-store" -> single(name, Role.STORE, testing);
            case "gatehouse-document-portal" -> single(name, Role.DOCUMENTS, testing);
            case "gatehouse-portal" -> single(name, Role.PORTAL, testing);
            case "gatehouse-prompt" -> single(name, Role.PROMPT, testing);
            case "gatehouse-settings" -> single(name, Role.SETTINGS, testing);
            default ->
                    new Launcher(
                            name,
                            EnumSet.of(Role.STORE, Role.DOCUMENTS, Role.PORTAL),
                            true,
                            testing);
        };
    }

    private static Launcher single(String name, Role role, boolean testing) {
        return new Launcher(name, EnumSet.of(role), false, testing);
    }

    /// Whether it is a window, which a second start brings to the front, and no service whose turn
    /// may be taken.
    boolean isWindow() {
        return roles.contains(Role.SETTINGS);
    }

    String usage() {
        var role =
                "      --role ROLE      run this role: store, documents, portal (may be repeated)\n";
        return """
        Usage: %s [OPTION...]

        Runs until it is told to end. Options:
        %s  -r, --replace        take the names over from a running instance that allows it
          -v, --verbose        say more on standard error
              --version        print name and version, and leave
          -h, --help           print this, and leave
        """
                .formatted(name, choosesRoles ? role : "");
    }
}
