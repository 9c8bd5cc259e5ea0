package org.gatehouse.portal.backend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.portal.backend.Preferences.Choice;
import org.gatehouse.role.XdgDirectories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which backend serves an interface: configuration, then `UseIn`, then ours, then GTK's.
///
/// Read once at the start, as the reference does. Any thread.
///
/// Source: portal-semantics 4; xdg-desktop-portal, `src/xdp-portal-config.c`,
/// `find_portal_implementation`.
public final class Backends {

    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
    private static final List<String> LAST_RESORTS =
            List.of(
                    "org.freedesktop.impl.portal.desktop.gatehouse",
                    "org.freedesktop.impl.portal.desktop.gtk");

    private final List<Preferences> preferences;
    private final List<PortalFile> installed;
    private final List<String> desktops;
    private final Map<String, Optional<Backend>> found = new ConcurrentHashMap<>();

    private Backends(PortalDirectories directories) {
        this.preferences = directories.preferences();
        this.installed = directories.installed();
        this.desktops = directories.desktops();
    }

    /// Reads the configuration files and the descriptions of the installed backends.
    public static Backends read(XdgDirectories directories) {
        return new Backends(PortalDirectories.of(directories));
    }

    /// The backend that serves `interfaceName`, such as `org.freedesktop.impl.portal.Access`; empty
    /// if there is none, and the portals that need it are not exported.
    public Optional<Backend> find(String interfaceName) {
        return found.computeIfAbsent(interfaceName, this::choose);
    }

    /// Whether a configuration file says that no backend is to serve the interface.
    public boolean isUnwanted(String interfaceName) {
        for (var file : preferences) {
            switch (file.choose(interfaceName, installed)) {
                case Choice.Chosen _ -> {
                    return false;
                }
                case Choice.None() -> {
                    return true;
                }
                case Choice.Silent() -> LOG.trace("next file for {}", interfaceName);
            }
        }
        return false;
    }

    private Optional<Backend> choose(String interfaceName) {
        for (var file : preferences) {
            switch (file.choose(interfaceName, installed)) {
                case Choice.Chosen(var portal) -> {
                    return Optional.of(portal.backend());
                }
                case Choice.None() -> {
                    return Optional.empty();
                }
                case Choice.Silent() -> LOG.trace("next file for {}", interfaceName);
            }
        }
        return byDesktop(interfaceName)
                .or(() -> lastResort(interfaceName))
                .map(PortalFile::backend);
    }

    private Optional<PortalFile> byDesktop(String interfaceName) {
        var found =
                desktops.stream()
                        .flatMap(desktop ->
                                installed.stream().filter(each -> each.useIn().contains(desktop)))
                        .filter(each -> each.implementsInterface(interfaceName))
                        .findFirst();
        found.ifPresent(each ->
                LOG.warn(
                        "{} is chosen for {} by UseIn, which is deprecated: use portals.conf",
                        each.name(),
                        interfaceName));
        return found;
    }

    private Optional<PortalFile> lastResort(String interfaceName) {
        return LAST_RESORTS.stream()
                .flatMap(name -> installed.stream().filter(each -> each.busName().equals(name)))
                .filter(each -> each.implementsInterface(interfaceName))
                .findFirst();
    }
}
