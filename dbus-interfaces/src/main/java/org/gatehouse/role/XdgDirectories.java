package org.gatehouse.role;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The folders of the XDG Base Directory specification, version 0.8, from an environment.
///
/// A variable that is unset, empty or not absolute counts as unset, as the specification says.
///
/// @param environment variable → value
public record XdgDirectories(Map<String, String> environment) {

    public Path home() {
        return folder("HOME", Path.of("/"));
    }

    public Path dataHome() {
        return folder("XDG_DATA_HOME", home().resolve(".local/share"));
    }

    public Path configHome() {
        return folder("XDG_CONFIG_HOME", home().resolve(".config"));
    }

    public Path cacheHome() {
        return folder("XDG_CACHE_HOME", home().resolve(".cache"));
    }

    public Path stateHome() {
        return folder("XDG_STATE_HOME", home().resolve(".local/state"));
    }

    /// `$XDG_RUNTIME_DIR`; where it is unset, a folder below the cache, as the specification asks
    /// for a replacement with similar capabilities.
    public Path runtimeDir() {
        return folder("XDG_RUNTIME_DIR", cacheHome().resolve("run"));
    }

    /// `$XDG_DATA_DIRS`, most important first.
    public List<Path> dataDirs() {
        return folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share");
    }

    /// `$XDG_CONFIG_DIRS`, most important first.
    public List<Path> configDirs() {
        return folders("XDG_CONFIG_DIRS", "/etc/xdg");
    }

    private Path folder(String variable, Path otherwise) {
        var value = environment.getOrDefault(variable, "");
        return value.startsWith("/") ? Path.of(value) : otherwise;
    }

    private List<Path> folders(String variable, String otherwise) {
        var value = environment.getOrDefault(variable, "");
        return Stream.of((value.isEmpty() ? otherwise : value).split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of)
                .toList();
    }
}
