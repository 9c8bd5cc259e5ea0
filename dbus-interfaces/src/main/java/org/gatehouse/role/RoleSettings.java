package org.gatehouse.role;

import java.util.Map;

/// What a role is started with. Roles read their environment from here and from nowhere else.
///
/// @param environment the process's environment variables, or those a test made
/// @param replace take the names over from owners that allow it, and allow others to do the same
/// @param testIdentity honour the test-identity variables; only the testing launchers say so
public record RoleSettings(Map<String, String> environment, boolean replace, boolean testIdentity) {

    public RoleSettings {
        environment = Map.copyOf(environment);
    }

    /// The folders of the XDG Base Directory specification, from this environment.
    public XdgDirectories directories() {
        return new XdgDirectories(environment);
    }
}
