package org.gatehouse.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A class of permission, as far as the window tells of it.
///
/// @param texts what people read, and the sign
/// @param levels the degrees, least first; empty where there is only yes and no
/// @param levelLabel what the degrees are called
/// @param lifespans words of how long a grant can hold
/// @param untilSeconds how long *until* is
/// @param traits what else decides how it is shown
public record PermissionInfo(
        String id,
        Texts texts,
        List<Level> levels,
        String levelLabel,
        List<String> lifespans,
        long untilSeconds,
        Set<Trait> traits) {

    /// Those that have a risk and still are looked for there.
    private static final Set<String> CONDUCT = Set.of("background", "autostart");

    public PermissionInfo {
        levels = List.copyOf(levels);
        lifespans = List.copyOf(lifespans);
        traits = Set.copyOf(traits);
    }

    /// The words that people read, and the sign.
    public record Texts(String name, String description, String icon) {}

    /// One degree.
    public record Level(String id, String label) {}

    /// What is particular about a class.
    public enum Trait {
        /// A grant can cost the person privacy, money, safety or integrity.
        RISKY,
        /// Allowed where nothing is decided.
        ALLOWED_BY_DEFAULT,
        /// Allowed for everybody and never asked.
        RETIRED
    }

    public String name() {
        return texts.name();
    }

    public String icon() {
        return texts.icon();
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /// Whether it says how an app runs rather than what it may know or change. Such classes stand
    /// in a section of their own beside the permissions, since people look for them there.
    public boolean isConduct() {
        return CONDUCT.contains(id) || !has(Trait.RISKY);
    }

    /// What a degree is called, `""` for an unknown one.
    public String label(String level) {
        return level(level).map(Level::label).orElse("");
    }

    public Optional<Level> level(String wanted) {
        return levels.stream().filter(each -> each.id().equals(wanted)).findFirst();
    }

    /// A class that is only known by its id, such as one whose file has gone.
    static PermissionInfo unknown(String id) {
        var texts = new Texts(id, "", "");
        return new PermissionInfo(
                id, texts, List.of(), "", List.of("always"), 0, Set.of(Trait.RISKY));
    }
}
