package org.gatehouse.portal.backend;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.desktop.KeyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An installed backend: one `NAME.portal` file.
///
/// Shape: group `[portal]` with `DBusName` (a well-known bus name), `Interfaces` (a list, each
/// below `org.freedesktop.impl.portal.`) and optionally `UseIn` (desktops, lower-cased here).
///
/// Source: xdg-desktop-portal, `src/xdp-portal-config.c`, `register_portal`.
///
/// @param name the file's name without `.portal`
record PortalFile(String name, String busName, Set<String> interfaces, List<String> useIn) {

    private static final Logger LOG = LoggerFactory.getLogger(PortalFile.class);
    private static final String GROUP = "portal";
    private static final String PREFIX = "org.freedesktop.impl.portal.";
    private static final int MAX_NAME = 255;
    private static final Pattern BUS_NAME =
            Pattern.compile("[A-Za-z_-][\\w-]*(\\.[A-Za-z_-][\\w-]*)+");

    /// Reads one file; empty, with a warning, if it is not a usable description.
    static Optional<PortalFile> read(Path file) {
        var fileName = file.getFileName().toString();
        var name = fileName.substring(0, fileName.length() - ".portal".length());
        var read = KeyFile.read(file).flatMap(keys -> of(name, keys));
        if (read.isEmpty()) {
            LOG.warn("backend description {} is not usable and is skipped", fileName);
        }
        return read;
    }

    static Optional<PortalFile> of(String name, KeyFile keys) {
        var busName = keys.value(GROUP, "DBusName").orElse("");
        var interfaces = keys.list(GROUP, "Interfaces");
        boolean valid =
                busName.length() <= MAX_NAME
                        && BUS_NAME.matcher(busName).matches()
                        && !interfaces.isEmpty()
                        && interfaces.stream().allMatch(each -> each.startsWith(PREFIX));
        if (!valid) {
            return Optional.empty();
        }
        var useIn =
                keys.list(GROUP, "UseIn").stream()
                        .map(desktop -> desktop.toLowerCase(Locale.ROOT))
                        .toList();
        return Optional.of(new PortalFile(name, busName, Set.copyOf(interfaces), useIn));
    }

    boolean implementsInterface(String interfaceName) {
        return interfaces.contains(interfaceName);
    }

    Backend backend() {
        return new Backend(name, busName);
    }
}
