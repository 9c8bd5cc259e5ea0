package org.gatehouse.portal.backend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.portal.consent.Policy;
import org.gatehouse.role.XdgDirectories;

/// What the vendor, the administrator and the person have laid down about questions.
///
/// Files: `gatehouse/policy.conf` in `$XDG_CONFIG_HOME` and in each of `$XDG_CONFIG_DIRS`, read at
/// the start. Group `[location]`, key `ask` = `true` (default) or `false`: whether apps may ask for
/// it. Group `[backend NAME]`, key `foreign-refusal` = `remember` (default) or `dismissed`: what a
/// refusal means that comes from a backend which answers so for a closed window too. The first file
/// that says `false` or `dismissed` counts: a rule more never widens access.
///
/// Immutable, any thread.
public final class Policies {

    private static final String FILE = "gatehouse/policy.conf";

    private final List<KeyFile> files;

    private Policies(List<KeyFile> files) {
        this.files = files;
    }

    /// Reads the files that exist.
    public static Policies read(XdgDirectories directories) {
        var folders =
                Stream.concat(
                        Stream.of(directories.configHome()), directories.configDirs().stream());
        return new Policies(
                folders.map(folder -> KeyFile.read(folder.resolve(FILE)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /// What holds for requests of a resource.
    ///
    /// @param locked whether it is switched off for everybody
    public Policy of(PermissionClass resource, boolean locked) {
        return new Policy(locked, !says(resource.id(), "ask", "false"));
    }

    /// Whether "no" from this backend is an explicit refusal, to be remembered.
    boolean isRefusalExplicit(Backend backend) {
        return backend.isOurs()
                || !says("backend " + backend.name(), "foreign-refusal", "dismissed");
    }

    private boolean says(String group, String key, String value) {
        return files.stream()
                .flatMap(file -> file.value(group, key).stream())
                .anyMatch(value::equals);
    }
}
