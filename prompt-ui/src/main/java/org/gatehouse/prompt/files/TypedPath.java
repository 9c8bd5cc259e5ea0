package org.gatehouse.prompt.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.protocol.HostPath;

/// A path as it is being typed: the folder that it has got to, and the beginning of a name in it.
///
/// @param folder where completions come from
/// @param rest what follows the last slash, as typed
public record TypedPath(HostPath folder, String rest) {

    private static final int MOST = 8;

    /// Understands what was typed: from the root, from the home folder (`~`), or from `here`.
    /// Elements `.` and `..` are followed. Empty if it can be no path.
    public static Optional<TypedPath> of(String text, HostPath home, HostPath here) {
        if (text.equals("~")) {
            return Optional.of(new TypedPath(home, ""));
        }
        int slash = text.lastIndexOf('/');
        var rest = text.substring(slash + 1);
        var folders = text.substring(0, slash + 1);
        if (folders.startsWith("~/")) {
            return walk(home, folders.substring(2)).map(at -> new TypedPath(at, rest));
        }
        var start = folders.startsWith("/") ? new HostPath("/") : here;
        return walk(start, folders).map(at -> new TypedPath(at, rest));
    }

    private static Optional<HostPath> walk(HostPath start, String elements) {
        var at = start;
        for (var element : elements.split("/")) {
            var name = FileNames.encoded(element);
            if (element.equals("..")) {
                at = at.parent();
            } else if (!element.isEmpty() && !element.equals(".")) {
                var child = child(at, name);
                if (child.isEmpty()) {
                    return Optional.empty();
                }
                at = child.get();
            }
        }
        return Optional.of(at);
    }

    private static Optional<HostPath> child(HostPath folder, String name) {
        boolean fits = folder.latin1().length() + 1 + name.length() <= 4095;
        return fits && HostPath.isName(name) ? Optional.of(folder.child(name)) : Optional.empty();
    }

    /// What the whole of it names; empty if it can be no path.
    public Optional<HostPath> whole() {
        return switch (rest) {
            case "", "." -> Optional.of(folder);
            case ".." -> Optional.of(folder.parent());
            default -> child(folder, FileNames.encoded(rest));
        };
    }

    /// The first few that the name may become, of what is in the folder. Case counts only if
    /// something matches with it; what is hidden has to be asked for by its dot.
    public List<Entry> completions(List<Entry> entries) {
        var exact = startingWith(rest, false, entries);
        return exact.isEmpty() ? startingWith(rest, true, entries) : exact;
    }

    private static List<Entry> startingWith(String begin, boolean anyCase, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.label().regionMatches(anyCase, 0, begin, 0, begin.length()))
                .filter(entry -> begin.startsWith(".") || !entry.isHidden())
                .limit(MOST)
                .toList();
    }

    /// What all completions begin with: as much as can be typed for the person.
    public String common(List<Entry> completions) {
        if (completions.isEmpty()) {
            return rest;
        }
        var common = completions.getFirst().label();
        for (var each : completions) {
            common = common.substring(0, shared(common, each.label()));
        }
        return common.length() < rest.length() ? rest : common;
    }

    private static int shared(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        int length =
                Math.min(Math.min(one.length(), other.length()), Math.min(a.length(), b.length()));
        int i = 0;
        while (i < length && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }
}
