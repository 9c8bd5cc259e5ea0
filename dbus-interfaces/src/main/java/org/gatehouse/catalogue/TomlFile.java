package org.gatehouse.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// One table of a TOML document, read strictly: every complaint names the place, and a key that
/// nobody asked for is a mistake.
///
/// A key that is not asked for would else be a rule that somebody wrote and nobody obeys.
///
/// Threads: one.
public final class TomlFile {

    private final TomlTable table;
    private final Set<String> read = new TreeSet<>();
    private final List<TomlFile> nested = new ArrayList<>();

    private TomlFile(TomlTable table) {
        this.table = table;
    }

    /// Reads a document.
    ///
    /// @throws TomlException if it is not TOML
    public static TomlFile parse(String text) throws TomlException {
        var document = Toml.parse(text);
        if (document.hasErrors()) {
            var error = document.errors().getFirst();
            throw new TomlException(place(error.position()) + error.getMessage());
        }
        return new TomlFile(document);
    }

    /// A text that has to be there and not empty.
    public String text(String key) throws TomlException {
        var text = optionalText(key).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            throw complaint("", "the key " + key + " is missing or empty");
        }
        return text.get();
    }

    public Optional<String> optionalText(String key) throws TomlException {
        return value(key, String.class, "a string");
    }

    public Optional<Boolean> flag(String key) throws TomlException {
        return value(key, Boolean.class, "true or false");
    }

    /// A whole number in a range.
    public Optional<Integer> number(String key, int least, int most) throws TomlException {
        var number = value(key, Long.class, "a whole number");
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            throw complaint(key, "must be from " + least + " to " + most);
        }
        return number.map(Long::intValue);
    }

    /// One of the words that name the members of an enum, in lower case with `-` for `_`.
    public <E extends Enum<E>> Optional<E> word(String key, Class<E> members) throws TomlException {
        var word = optionalText(key);
        return word.isEmpty() ? Optional.empty() : Optional.of(member(key, word.get(), members));
    }

    /// Several such words, in the order of the enum; empty if the key is absent.
    public <E extends Enum<E>> Optional<List<E>> words(String key, Class<E> members)
            throws TomlException {
        var array = value(key, TomlArray.class, "a list of words");
        if (array.isEmpty()) {
            return Optional.empty();
        }
        var found = new TreeSet<E>();
        for (var word : array.get().toList()) {
            if (!(word instanceof String text)) {
                throw complaint(key, "is a list of words");
            }
            found.add(member(key, text, members));
        }
        return Optional.of(List.copyOf(found));
    }

    /// A table below this one; an absent one is empty.
    public TomlFile table(String key) throws TomlException {
        return nest(value(key, TomlTable.class, "a table").orElseGet(() -> Toml.parse("")));
    }

    /// The tables of `[[key]]`, in order.
    public List<TomlFile> tables(String key) throws TomlException {
        var array = value(key, TomlArray.class, "a list of tables");
        var tables = new ArrayList<TomlFile>();
        for (var each : array.map(TomlArray::toList).orElse(List.of())) {
            if (!(each instanceof TomlTable one)) {
                throw complaint(key, "is a list of tables");
            }
            tables.add(nest(one));
        }
        return tables;
    }

    /// The keys of this table, for one whose keys are names.
    public List<String> names() {
        return table.keySet().stream().sorted().toList();
    }

    /// Nothing more will be asked for.
    ///
    /// @throws TomlException if there is a key, here or below, that was not asked for
    public void finish() throws TomlException {
        for (var key : table.keySet()) {
            if (!read.contains(key)) {
                throw complaint(key, "is not a key that is known here");
            }
        }
        for (var each : nested) {
            each.finish();
        }
    }

    /// A complaint about the value of a key, or with `""` about the table, with its place.
    public TomlException complaint(String key, String what) {
        var position = key.isEmpty() ? firstPosition() : table.inputPositionOf(List.of(key));
        return new TomlException(place(position) + (key.isEmpty() ? what : key + " " + what));
    }

    private TomlPosition firstPosition() {
        return table.keySet().stream()
                .map(key -> table.inputPositionOf(List.of(key)))
                .min(Comparator.comparingInt(TomlPosition::line))
                .orElse(TomlPosition.positionAt(1, 1));
    }

    private TomlFile nest(TomlTable below) {
        var file = new TomlFile(below);
        nested.add(file);
        return file;
    }

    private <T> Optional<T> value(String key, Class<T> type, String what) throws TomlException {
        read.add(key);
        var value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw complaint(key, "must be " + what);
        }
        return Optional.of(type.cast(value));
    }

    private <E extends Enum<E>> E member(String key, String word, Class<E> members)
            throws TomlException {
        for (var member : members.getEnumConstants()) {
            if (wordOf(member).equals(word)) {
                return member;
            }
        }
        var known = Stream.of(members.getEnumConstants()).map(TomlFile::wordOf).toList();
        throw complaint(key, "is \"" + word + "\", but must be one of " + String.join(", ", known));
    }

    private static String wordOf(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String place(@Nullable TomlPosition position) {
        return position == null
                ? ""
                : "line " + position.line() + ", column " + position.column() + ": ";
    }
}
