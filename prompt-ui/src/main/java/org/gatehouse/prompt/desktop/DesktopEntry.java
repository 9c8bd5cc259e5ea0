package org.gatehouse.prompt.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What is looked at in a desktop file.
///
/// @param name in the person's language, `""` if the file has none
/// @param icon an icon name or an absolute path, `""` if the file has none
/// @param exportedByFlatpak whether it has the key `X-Flatpak`
record DesktopEntry(String name, String icon, boolean exportedByFlatpak) {

    private static final int LARGEST = 256 * 1024;

    /// Reads the group `[Desktop Entry]`; an unreadable file has neither value.
    static DesktopEntry read(Path file, Locales locales) {
        var values = values(file);
        var name =
                Stream.concat(locales.suffixes().stream(), Stream.of(""))
                        .map(suffix -> values.getOrDefault("Name" + suffix, ""))
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .orElse("");
        return new DesktopEntry(
                name, values.getOrDefault("Icon", ""), values.containsKey("X-Flatpak"));
    }

    private static Map<String, String> values(Path file) {
        var values = new HashMap<String, String>();
        boolean wanted = false;
        for (var line : text(file).split("\n")) {
            if (line.startsWith("[")) {
                wanted = line.strip().equals("[Desktop Entry]");
            } else if (wanted && line.indexOf('=') > 0) {
                int equals = line.indexOf('=');
                values.putIfAbsent(
                        line.substring(0, equals).strip(),
                        unescaped(line.substring(equals + 1).strip()));
            }
        }
        return values;
    }

    private static String text(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /// `\s \n \t \r` are kinds of space and `\\` is a backslash; nothing else is shown anyway.
    private static String unescaped(String value) {
        return value.replaceAll("\\\\[sntr]", " ").replace("\\\\", "\\");
    }
}
