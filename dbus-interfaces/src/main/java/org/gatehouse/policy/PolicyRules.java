package org.gatehouse.policy;

import java.util.List;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.AppIdentity;
import org.jspecify.annotations.Nullable;

/// Everything that is laid down at one moment. Immutable, pure.
///
/// @param files those in force, in the order in which they apply
/// @param doubtful there is a file besides whose rules were never known
public record PolicyRules(List<PolicyFile> files, boolean doubtful) {

    /// Nothing is laid down beside what the classes say themselves.
    public static final PolicyRules NONE = new PolicyRules(List.of(), false);

    public PolicyRules {
        files = List.copyOf(files);
    }

    /// What is laid down for a class and an app.
    ///
    /// @param kind flatpak, snap, linyaps, click or host
    public Ruling ruling(PermissionClass permission, String kind, String app) {
        var ruling = new RulingBuilder(permission);
        for (var file : files) {
            file.rules().stream()
                    .filter(rule -> rule.selector().matches(permission, kind, app))
                    .forEach(rule -> ruling.add(file.layer(), rule));
        }
        if (doubtful) {
            ruling.doubt();
        }
        return ruling.build();
    }

    /// Whether any rule wants questions at the installation of apps.
    public boolean asksAtInstallation() {
        return files.stream()
                .flatMap(file -> file.rules().stream())
                .anyMatch(rule -> rule.terms().prompt() == PromptTime.INSTALL);
    }

    /// Whether an app is to be asked about a class when it is installed.
    public boolean asksAtInstallation(PermissionClass permission, AppIdentity app) {
        return ruling(permission, app.wireKind(), app.wireId()).prompt().value()
                == PromptTime.INSTALL;
    }

    /// Whether everybody has what a class is about, and nobody is asked.
    public boolean isRetired(PermissionClass permission) {
        // rules of retirement name neither app nor kind
        return ruling(permission, "", "").retired().value();
    }

    /// Days after which an unused grant turns back to a question; 0 for never.
    public int unusedDays() {
        return or(tables().unusedDays(), 0);
    }

    /// Seconds for which an app counts as in use after its last visible window went.
    public int graceSeconds() {
        return or(tables().graceSeconds(), 0);
    }

    /// When a notification tells that an app uses something.
    public IndicatorMode indicator() {
        return or(tables().indicator(), IndicatorMode.BACKGROUND);
    }

    /// Whether "no" from a backend that is not ours is an explicit refusal, to be remembered.
    ///
    /// @param backend its short name, such as `gtk`
    public boolean isRefusalExplicit(String backend) {
        return tables().refusals().getOrDefault(backend, true);
    }

    private PolicyTables tables() {
        var tables = PolicyTables.DEFAULTS;
        for (var file : files) {
            tables = tables.then(file.tables());
        }
        return tables;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
