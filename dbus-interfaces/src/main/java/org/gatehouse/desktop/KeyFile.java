package org.gatehouse.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A file of groups, keys and values: desktop files, `*.portal`, `portals.conf`.
///
/// Shape: `[group]` lines, `key=value` lines, `#` comments; UTF-8, at most 1 MiB. The last value of
/// a repeated key counts, as in GLib. Lines that are none of these are skipped.
///
/// Source: Desktop Entry Specification 1.5, "Basic format of the file" and "Localized values".
///
/// @param groups group → key (with its `[locale]` suffix) → raw value
public record KeyFile(Map<String, Map<String, String>> groups) {

    private static final long MAX_SIZE = 1 << 20;
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    /// Reads `file`; empty if there is none or it cannot be read.
    public static Optional<KeyFile> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_SIZE) {
                return Optional.empty();
            }
            // bytes that are not UTF-8 spoil their own line only
            return Optional.of(parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Reads the text of such a file.
    public static KeyFile parse(String text) {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                keys =
                        groups.computeIfAbsent(
                                line.substring(1, line.length() - 1), _ -> new LinkedHashMap<>());
                continue;
            }
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                keys.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return new KeyFile(groups);
    }

    public boolean has(String group) {
        return groups.containsKey(group);
    }

    public Set<String> keys(String group) {
        return groups.getOrDefault(group, Map.of()).keySet();
    }

    /// The value with its escapes resolved.
    public Optional<String> value(String group, String key) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(key))
                .map(KeyFile::unescaped);
    }

    /// The value for the best of `locales` that has one, else the plain one.
    public Optional<String> value(String group, String key, Locales locales) {
        return Stream.concat(locales.suffixes().stream(), Stream.of(""))
                .flatMap(suffix -> value(group, key + suffix).stream())
                .findFirst();
    }

    /// A list value: elements separated by `;`, empty ones left out.
    public List<String> list(String group, String key) {
        return value(group, key).stream()
                .flatMap(value -> Stream.of(value.split(";", -1)))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String unescaped(String raw) {
        return ESCAPE.matcher(raw)
                .replaceAll(found -> Matcher.quoteReplacement(meaning(found.group(1))));
    }

    private static String meaning(String escaped) {
        return switch (escaped) {
            case "s" -> " ";
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            default -> escaped;
        };
    }
}
