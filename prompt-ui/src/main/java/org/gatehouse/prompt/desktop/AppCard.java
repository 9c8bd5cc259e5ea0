package org.gatehouse.prompt.desktop;

import java.nio.file.Path;
import java.util.Optional;

/// How an app is introduced to the person.
///
/// @param name the installed name, or a neutral one
/// @param detail the app id, or that it is not known
/// @param icon a PNG or SVG file, at most 1 MiB
public record AppCard(String name, String detail, Optional<Path> icon) {}
