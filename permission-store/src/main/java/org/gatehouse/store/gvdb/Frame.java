package org.gatehouse.store.gvdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/// One value within GVariant bytes, and the way to its members.
///
/// Stricter than GLib, which reads anything and puts defaults in place of what is wrong: offsets go
/// forward and stay inside, padding is zero, strings end with their only NUL and are UTF-8. That is
/// the normal form, and the reference writes nothing else.
///
/// @param bytes begins at an offset that is a multiple of 8
/// @param from where the value begins
/// @param to where it ends
record Frame(byte[] bytes, int from, int to) {

    int size() {
        return to - from;
    }

    /// The elements of an array.
    List<Frame> elements(Type element) throws DamagedTable {
        if (element.isFixed()) {
            return fixedElements(element.gvariantSize());
        }
        if (size() == 0) {
            return List.of();
        }
        int width = OffsetWidth.forSize(size());
        int table = offsetAt(to - width, width);
        if (table > to - width || (to - table) % width != 0) {
            throw new DamagedTable("an array's offsets are wrong");
        }
        var elements = new ArrayList<Frame>();
        int position = from;
        for (int offset = table; offset < to; offset += width) {
            var next = part(position, element.gvariantAlignment(), offsetAt(offset, width), table);
            elements.add(next);
            position = next.to();
        }
        return elements;
    }

    private List<Frame> fixedElements(int size) throws DamagedTable {
        if (size() % size != 0) {
            throw new DamagedTable("an array ends within an element");
        }
        var elements = new ArrayList<Frame>(size() / size);
        for (int start = from; start < to; start += size) {
            elements.add(new Frame(bytes, start, start + size));
        }
        return elements;
    }

    /// The members of a structure or a dictionary entry.
    List<Frame> members(Type type) throws DamagedTable {
        if (type.isFixed() && size() != type.gvariantSize()) {
            throw new DamagedTable("a structure of the wrong size");
        }
        var types = type.members();
        var members = new ArrayList<Frame>(types.size());
        int width = OffsetWidth.forSize(size());
        int end = to - width * offsets(types);
        int offset = to;
        int position = from;
        for (int i = 0; i < types.size(); i++) {
            var member = types.get(i);
            int memberEnd = end;
            if (member.isFixed()) {
                memberEnd =
                        Type.aligned(position, member.gvariantAlignment()) + member.gvariantSize();
            } else if (i < types.size() - 1) {
                offset -= width;
                memberEnd = offset < from ? end + 1 : offsetAt(offset, width);
            }
            members.add(part(position, member.gvariantAlignment(), memberEnd, end));
            position = memberEnd;
        }
        requireZero(position, type.isFixed() ? end : position);
        if (!type.isFixed() && position != end) {
            throw new DamagedTable("a structure is longer than its members");
        }
        return members;
    }

    /// Every member that is not of a fixed size has an offset, but for the last.
    private static int offsets(List<Type> types) {
        long open = types.stream().filter(member -> !member.isFixed()).count();
        return (int) (types.getLast().isFixed() ? open : open - 1);
    }

    /// The type that a variant names behind its content.
    Type variantType() throws DamagedTable {
        try {
            return Type.of(new String(bytes, endOfVariant() + 1, to - endOfVariant() - 1, UTF_8));
        } catch (IllegalArgumentException e) {
            throw new DamagedTable("a variant holds no type of D-Bus: " + e.getMessage());
        }
    }

    /// The content of a variant.
    Frame variantContent() throws DamagedTable {
        return new Frame(bytes, from, endOfVariant());
    }

    private int endOfVariant() throws DamagedTable {
        for (int end = to - 1; end >= from; end--) {
            if (bytes[end] == 0) {
                return end;
            }
        }
        throw new DamagedTable("a variant without a type");
    }

    /// A string without its NUL.
    String string() throws DamagedTable {
        if (size() == 0 || bytes[to - 1] != 0) {
            throw new DamagedTable("a string without an end");
        }
        try {
            var text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, size() - 1)).toString();
            if (text.indexOf(0) >= 0) {
                throw new DamagedTable("a string with a NUL");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new DamagedTable("a string that is not UTF-8");
        }
    }

    private int offsetAt(int position, int width) throws DamagedTable {
        long offset = 0;
        for (int i = 0; i < width; i++) {
            offset |= (bytes[position + i] & 0xffL) << (8 * i);
        }
        if (offset > size()) {
            throw new DamagedTable("an offset leads outside");
        }
        return from + (int) offset;
    }

    private Frame part(int position, int alignment, int end, int limit) throws DamagedTable {
        int start = Type.aligned(position, alignment);
        if (start > end || end > limit) {
            throw new DamagedTable("a member ends before it begins, or outside");
        }
        requireZero(position, start);
        return new Frame(bytes, start, end);
    }

    private void requireZero(int start, int end) throws DamagedTable {
        for (int i = start; i < end; i++) {
            if (bytes[i] != 0) {
                throw new DamagedTable("padding is not empty");
            }
        }
    }
}
