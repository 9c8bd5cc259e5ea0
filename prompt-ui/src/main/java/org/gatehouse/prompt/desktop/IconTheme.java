package org.gatehouse.prompt.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks up an app's icon where apps install them: the theme `hicolor`, which every other theme
/// inherits from, and the unthemed folder `pixmaps`.
///
/// Picks the bitmap that is nearest above 128 pixels, since the icon is drawn at 64 and must be
/// sharp at twice the scale; then a drawing; then smaller bitmaps. Source: Icon Theme Specification
/// 0.13.
final class IconTheme {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,254}");
    private static final long LARGEST = 1024 * 1024;
    private static final List<String> PLACES =
            List.of(
                    "128x128/apps/%s.png",
                    "64x64@2/apps/%s.png",
                    "192x192/apps/%s.png",
                    "256x256/apps/%s.png",
                    "128x128@2/apps/%s.png",
                    "512x512/apps/%s.png",
                    "scalable/apps/%s.svg",
                    "96x96/apps/%s.png",
                    "72x72/apps/%s.png",
                    "64x64/apps/%s.png",
                    "48x48/apps/%s.png",
                    "32x32/apps/%s.png");

    private final List<Path> themes;
    private final List<Path> pixmaps;

    IconTheme(Path ownIcons, List<Path> dataDirectories) {
        themes =
                Stream.concat(
                                Stream.of(ownIcons),
                                dataDirectories.stream()
                                        .map(directory -> directory.resolve("icons")))
                        .map(icons -> icons.resolve("hicolor"))
                        .toList();
        pixmaps = dataDirectories.stream().map(directory -> directory.resolve("pixmaps")).toList();
    }

    /// @param icon the value of the key `Icon`: a name, or an absolute path
    Optional<Path> find(String icon) {
        var candidates = icon.startsWith("/") ? absolute(icon) : named(icon);
        return candidates.filter(IconTheme::isUsable).findFirst();
    }

    private static Stream<Path> absolute(String path) {
        return isPicture(path) && path.indexOf('\0') < 0 ? Stream.of(Path.of(path)) : Stream.of();
    }

    private Stream<Path> named(String icon) {
        if (!NAME.matcher(icon).matches()) {
            return Stream.of();
        }
        var name = isPicture(icon) ? icon.substring(0, icon.length() - ".png".length()) : icon;
        var themed =
                PLACES.stream()
                        .map(place -> place.formatted(name))
                        .flatMap(place -> themes.stream().map(theme -> theme.resolve(place)));
        var loose =
                pixmaps.stream()
                        .flatMap(folder ->
                                Stream.of(
                                        folder.resolve(name + ".png"),
                                        folder.resolve(name + ".svg")));
        return Stream.concat(themed, loose);
    }

    private static boolean isPicture(String path) {
        return path.endsWith(".png") || path.endsWith(".svg");
    }

    private static boolean isUsable(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }
}
