package org.gatehouse.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.role.XdgDirectories;

/// Whose files they are, in the order in which they apply.
public enum PolicyLayer {
    /// Who made the system: `$XDG_DATA_DIRS/gatehouse/policy.d`.
    VENDOR("vendor"),
    /// Who runs the machine: `$XDG_CONFIG_DIRS/gatehouse/policy.d`. May lock.
    ADMINISTRATOR("administrator"),
    /// The person: `$XDG_CONFIG_HOME/gatehouse/policy.d`. Can only narrow what was locked.
    USER("user");

    private static final String FOLDER = "gatehouse/policy.d";

    private final String label;

    PolicyLayer(String label) {
        this.label = label;
    }

    /// What it is called in messages.
    public String label() {
        return label;
    }

    /// The folders of this layer; a later one overrides, so the most important comes last.
    public List<Path> folders(XdgDirectories directories) {
        return switch (this) {
            case VENDOR -> below(directories.dataDirs().reversed());
            case ADMINISTRATOR -> below(directories.configDirs().reversed());
            case USER -> below(List.of(directories.configHome()));
        };
    }

    /// The layer whose folder a file lies in; empty for a file that is not in force.
    public static Optional<PolicyLayer> of(Path file, XdgDirectories directories) {
        var folder = file.toAbsolutePath().normalize().getParent();
        return Stream.of(values())
                .filter(each -> each.folders(directories).contains(folder))
                .findFirst();
    }

    private static List<Path> below(List<Path> bases) {
        return bases.stream().map(base -> base.resolve(FOLDER).normalize()).distinct().toList();
    }
}
