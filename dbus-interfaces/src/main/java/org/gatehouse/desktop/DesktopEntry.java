package org.gatehouse.desktop;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The group `[Desktop Entry]` of a desktop file.
///
/// @param file where it is
/// @param keys what it says
/// @param locales of the person
public record DesktopEntry(Path file, KeyFile keys, Locales locales) {

    private static final String GROUP = "Desktop Entry";

    /// `Name` in the person's language, `""` if the file has none.
    public String name() {
        return text("Name").orElse("");
    }

    /// `Icon`: an icon name or an absolute path, `""` if the file has none.
    public String icon() {
        return text("Icon").orElse("");
    }

    /// `Exec` as the file has it, one line, not to be taken apart; empty if there is none.
    public Optional<String> exec() {
        return Optional.ofNullable(keys.groups().getOrDefault(GROUP, Map.of()).get("Exec"))
                .filter(line -> !line.isBlank());
    }

    /// Whether Flatpak exported the file, which marks those that it does.
    public boolean isExportedByFlatpak() {
        return keys.value(GROUP, "X-Flatpak").isPresent();
    }

    /// A value in the person's language; empty if there is none, or only spaces.
    public Optional<String> text(String key) {
        return keys.value(GROUP, key, locales).filter(text -> !text.isBlank());
    }
}
