package org.gatehouse.launcher;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gatehouse.documents.service.DocumentsRole;
import org.gatehouse.portal.PortalRole;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.settings.service.SettingsRole;
import org.gatehouse.store.service.StoreRole;

/// The roles a process can run, in the order in which they are started.
enum Role {
    STORE,
    DOCUMENTS,
    PORTAL,
    PROMPT,
    SETTINGS;

    /// The word of `--role`.
    String word() {
        return switch (this) {
            case STORE -> "store";
            case DOCUMENTS -> "documents";
            case PORTAL -> "portal";
            case PROMPT -> "prompt";
            case SETTINGS -> "settings";
        };
    }

    static Optional<Role> ofWord(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /// Starts this role in this process. Only now is its code loaded, so that a process whose class
    /// path leaves a role out can still run the others.
    ///
    /// @param earlier completes when the roles before this one have their names
    RunningRole start(RoleSettings settings, CompletableFuture<Void> earlier) throws RoleFailure {
        return switch (this) {
            case STORE -> StoreRole.start(settings);
            case DOCUMENTS -> DocumentsRole.start(settings, earlier);
            case PORTAL -> PortalRole.start(settings, earlier);
            case PROMPT -> PromptRole.start(settings);
            case SETTINGS -> SettingsRole.start(settings);
        };
    }
}
