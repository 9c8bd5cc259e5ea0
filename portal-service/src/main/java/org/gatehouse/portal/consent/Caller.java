package org.gatehouse.portal.consent;

import java.util.Optional;
import org.gatehouse.protocol.AppIdentity;

/// Who calls: one connection and what was established about it.
///
/// @param connection the unique bus name, such as `:1.42`
public record Caller(String connection, AppIdentity identity) {

    /// Whose decisions apply; empty for a sandbox that could not be identified.
    public Optional<GrantKey> grantKey() {
        return identity instanceof AppIdentity.Unknown
                ? Optional.empty()
                : Optional.of(new GrantKey(identity.wireKind(), identity.wireId()));
    }

    /// What counts as one app for limits and shared questions: the app where it has a name, else
    /// this connection alone.
    public Object app() {
        return grantKey()
                .filter(key -> !key.app().isEmpty())
                .<Object>map(key -> key)
                .orElse(connection);
    }
}
