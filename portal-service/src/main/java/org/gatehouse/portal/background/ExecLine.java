package org.gatehouse.portal.background;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes and reads the value of `Exec`: elements that need it are quoted, plain words stay plain.
///
/// Source: Desktop Entry Specification 1.5, "The Exec key" and "Possible value types".
final class ExecLine {

    /// All but these are quoted: more than the specification reserves, so that no reader's idea of
    /// a plain word is a wider one.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_%+,./:=@-]+");

    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|\\S+");

    private static final Pattern FIELD_CODE = Pattern.compile("%[A-Za-z]");

    private static final Pattern UNESCAPED = Pattern.compile("\\\\(.)");

    private static final Pattern ESCAPED = Pattern.compile("[\"`$\\\\]");

    private ExecLine() {}

    static String of(List<String> words) {
        return words.stream().map(ExecLine::word).collect(Collectors.joining(" "));
    }

    /// A value as the file has it: an argument first, then a string of a desktop entry, in which
    /// each backslash is doubled again.
    private static String word(String word) {
        // a percent sign would begin a field code
        var literal = word.replace("%", "%%");
        return PLAIN.matcher(word).matches() ? literal : value(quoted(literal));
    }

    private static String quoted(String word) {
        return "\"" + ESCAPED.matcher(word).replaceAll("\\\\$0") + "\"";
    }

    /// A text without control characters as the value of a key.
    static String value(String text) {
        return text.replace("\\", "\\\\");
    }

    /// What such a value starts: its elements without quoting, and without field codes, for which a
    /// session has nothing to put in.
    ///
    /// @param value with the escapes of a desktop entry's strings already resolved
    static List<String> words(String value) {
        return ELEMENT.matcher(value)
                .results()
                .map(found -> found.group(1) == null ? found.group() : unquoted(found.group(1)))
                .filter(word -> !FIELD_CODE.matcher(word).matches())
                .map(word -> word.replace("%%", "%"))
                .toList();
    }

    private static String unquoted(String text) {
        return UNESCAPED.matcher(text).replaceAll("$1");
    }
}
