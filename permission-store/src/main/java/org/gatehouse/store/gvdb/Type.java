package org.gatehouse.store.gvdb;

import java.util.ArrayList;
import java.util.List;

/// A complete type of the type system that D-Bus and GVariant share, as far as bytes need it.
///
/// @param text its signature, such as `a{sv}`
/// @param members of a structure or a dictionary entry, or the one element type of an array; else
///   none
/// @param gvariantSize its size in GVariant if that is fixed, else 0
/// @param gvariantAlignment 1, 2, 4 or 8
record Type(String text, List<Type> members, int gvariantSize, int gvariantAlignment) {

    /// What D-Bus allows: 32 arrays and 32 structures within one another.
    private static final int MAX_DEPTH = 64;

    private static final int MAX_LENGTH = 255;

    /// @throws IllegalArgumentException if `text` is not exactly one complete type of D-Bus
    static Type of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("signature is too long");
        }
        var type = at(text, 0, 0);
        if (type.text().length() != text.length()) {
            throw new IllegalArgumentException("more than one type");
        }
        return type;
    }

    char code() {
        return text.charAt(0);
    }

    Type element() {
        return members.getFirst();
    }

    boolean isFixed() {
        return gvariantSize != 0;
    }

    /// Where a value begins in D-Bus bytes.
    int dbusAlignment() {
        return switch (code()) {
            case 'y', 'g', 'v' -> 1;
            case 'n', 'q' -> 2;
            case 'b', 'i', 'u', 'h', 's', 'o', 'a' -> 4;
            default -> 8;
        };
    }

    private static Type at(String text, int start, int depth) {
        if (start >= text.length() || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("incomplete or too deep a type");
        }
        return switch (text.charAt(start)) {
            case 'y', 'b' -> basic(text, start, 1, 1);
            case 'n', 'q' -> basic(text, start, 2, 2);
            case 'i', 'u', 'h' -> basic(text, start, 4, 4);
            case 'x', 't', 'd' -> basic(text, start, 8, 8);
            case 's', 'o', 'g' -> basic(text, start, 0, 1);
            case 'v' -> basic(text, start, 0, 8);
            case 'a' -> array(text, start, depth);
            case '(' -> container(text, start, ')', depth);
            default -> throw new IllegalArgumentException("not a type of D-Bus");
        };
    }

    private static Type basic(String text, int start, int size, int alignment) {
        return new Type(text.substring(start, start + 1), List.of(), size, alignment);
    }

    private static Type array(String text, int start, int depth) {
        boolean isDictionary = start + 1 < text.length() && text.charAt(start + 1) == '{';
        var element =
                isDictionary
                        ? container(text, start + 1, '}', depth + 1)
                        : at(text, start + 1, depth + 1);
        if (isDictionary && !isDictionaryEntry(element)) {
            throw new IllegalArgumentException("not a dictionary");
        }
        return new Type("a" + element.text(), List.of(element), 0, element.gvariantAlignment());
    }

    private static boolean isDictionaryEntry(Type entry) {
        var key = entry.members().getFirst();
        return entry.members().size() == 2 && key.members().isEmpty() && key.code() != 'v';
    }

    private static Type container(String text, int start, char end, int depth) {
        var members = new ArrayList<Type>();
        int position = start + 1;
        while (position < text.length() && text.charAt(position) != end) {
            var member = at(text, position, depth + 1);
            members.add(member);
            position += member.text().length();
        }
        if (position >= text.length() || members.isEmpty()) {
            throw new IllegalArgumentException("an empty or open structure");
        }
        int alignment = members.stream().mapToInt(Type::gvariantAlignment).max().orElse(1);
        return new Type(
                text.substring(start, position + 1),
                members,
                fixedSize(members, alignment),
                alignment);
    }

    private static int fixedSize(List<Type> members, int alignment) {
        int size = 0;
        for (var member : members) {
            if (!member.isFixed()) {
                return 0;
            }
            size = aligned(size, member.gvariantAlignment()) + member.gvariantSize();
        }
        return aligned(size, alignment);
    }

    /// The next multiple of `alignment`.
    static int aligned(int offset, int alignment) {
        return (offset + alignment - 1) & -alignment;
    }
}
