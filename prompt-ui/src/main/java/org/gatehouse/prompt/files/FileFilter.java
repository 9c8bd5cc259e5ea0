package org.gatehouse.prompt.files;

import java.util.List;
import org.gatehouse.prompt.Sanitiser;

/// Which files an app offers to show.
///
/// Source: `org.freedesktop.portal.FileChooser.OpenFile`, option `filters`, shape `(sa(us))`.
///
/// @param name as it came, and as it goes back
/// @param rules one of them has to match
public record FileFilter(String name, List<Rule> rules) {

    public FileFilter {
        rules = List.copyOf(rules);
    }

    /// One condition.
    public sealed interface Rule {

        /// Kind 0: the name matches a glob, letter for letter.
        record Glob(String pattern) implements Rule {}

        /// Kind 1: the file is of a type, or of one that is a kind of it.
        ///
        /// @param type such as `image/png`, or `image/*`
        record Mime(String type) implements Rule {}
    }

    /// What people see of the name.
    public String label() {
        return Sanitiser.line(name, "Files");
    }

    /// Whether a file passes.
    ///
    /// @param shownName the file's name as text
    public boolean accepts(String shownName, FileTypes types) {
        for (var rule : rules) {
            boolean matches =
                    switch (rule) {
                        case Rule.Glob(var pattern) -> Globs.matches(pattern, shownName);
                        case Rule.Mime(var type) -> types.isA(types.of(shownName), type);
                    };
            if (matches) {
                return true;
            }
        }
        return false;
    }
}
