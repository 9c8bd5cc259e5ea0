package org.gatehouse.prompt.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Types by the globs of the shared MIME-info database.
///
/// A literal name wins over an ending, a longer ending over a shorter one, a heavier glob over a
/// lighter one, an earlier line over a later one; case counts at first and then no more. Source:
/// Shared MIME-info Database specification 0.21, "The glob files" and "Subclassing".
public final class GlobTypes implements FileTypes {

    private static final String UNKNOWN = "application/octet-stream";

    private final Map<String, Weighed> literals = new HashMap<>();
    private final Map<String, Weighed> endings = new HashMap<>();
    private final List<Map.Entry<String, Weighed>> others = new ArrayList<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    private record Weighed(String type, int weight) {}

    private GlobTypes() {}

    /// A database in which nothing is known.
    public static GlobTypes none() {
        return new GlobTypes();
    }

    /// @param globs2 lines `50:image/png:*.png`, maybe with `:cs` at the end
    /// @param subclasses lines `text/x-python text/plain`
    /// @param aliases lines `alias type`
    public static GlobTypes of(List<String> globs2, List<String> subclasses, List<String> aliases) {
        var types = new GlobTypes();
        globs2.forEach(types::addGlob);
        aliases.forEach(line -> types.pair(line, types.aliases::putIfAbsent));
        subclasses.forEach(line -> types.pair(line, types::addParent));
        return types;
    }

    private void addGlob(String line) {
        var fields = line.split(":");
        if (line.startsWith("#") || fields.length < 3 || !fields[0].matches("\\d{1,4}")) {
            return;
        }
        var weighed = new Weighed(fields[1], Integer.parseInt(fields[0]));
        var glob = fields[2];
        boolean plain = glob.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0);
        boolean ending = glob.startsWith("*.") && isPlain(glob.substring(1));
        if (plain) {
            literals.merge(glob, weighed, GlobTypes::heavier);
        } else if (ending) {
            endings.merge(glob.substring(1), weighed, GlobTypes::heavier);
        } else {
            others.add(Map.entry(glob, weighed));
        }
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0);
    }

    private static Weighed heavier(Weighed one, Weighed other) {
        return other.weight() > one.weight() ? other : one;
    }

    private void addParent(String type, String parent) {
        parents.computeIfAbsent(type, _ -> new HashSet<>()).add(parent);
    }

    private void pair(String line, java.util.function.BiConsumer<String, String> action) {
        int blank = line.indexOf(' ');
        if (blank > 0) {
            action.accept(line.substring(0, blank), line.substring(blank + 1).strip());
        }
    }

    @Override
    public String of(String name) {
        var exact = lookUp(name);
        return exact.equals(UNKNOWN) ? lookUp(name.toLowerCase(Locale.ROOT)) : exact;
    }

    private String lookUp(String name) {
        var literal = literals.get(name);
        if (literal != null) {
            return literal.type();
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            var ending = endings.get(name.substring(dot));
            if (ending != null) {
                return ending.type();
            }
        }
        return others.stream()
                .filter(glob -> Globs.matches(glob.getKey(), name))
                .map(Map.Entry::getValue)
                .reduce(GlobTypes::heavier)
                .map(Weighed::type)
                .orElse(UNKNOWN);
    }

    @Override
    public boolean isA(String type, String wanted) {
        if (wanted.endsWith("/*")) {
            var kind = wanted.substring(0, wanted.length() - 1);
            return isWithin(type, kind, new HashSet<>());
        }
        return isKindOf(type, aliases.getOrDefault(wanted, wanted), new HashSet<>());
    }

    /// `image/*` lets through what is a kind of an image, such as a drawing that is XML as well.
    private boolean isWithin(String type, String kind, Set<String> seen) {
        if (type.startsWith(kind)) {
            return true;
        }
        return seen.add(type)
                && parents.getOrDefault(type, Set.of()).stream()
                        .anyMatch(parent -> isWithin(parent, kind, seen));
    }

    private boolean isKindOf(String type, String wanted, Set<String> seen) {
        var own = aliases.getOrDefault(type, type);
        if (own.equals(wanted) || wanted.equals(UNKNOWN)) {
            return true;
        }
        if (own.startsWith("text/") && wanted.equals("text/plain")) {
            return true;
        }
        return seen.add(own)
                && parents.getOrDefault(own, Set.of()).stream()
                        .anyMatch(parent -> isKindOf(parent, wanted, seen));
    }
}
