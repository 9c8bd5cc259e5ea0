package org.gatehouse.bus.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Parses signatures strictly.
///
/// Source: D-Bus specification, "Valid Signatures": at most 255 characters, arrays and structs
/// nested at most 32 deep each, no empty struct, dictionary entries only as elements of arrays.
public final class Signatures {

    private static final int MAX_LENGTH = 255;
    private static final int MAX_NESTING = 32;
    private static final WireType.Basic[] BASICS = new WireType.Basic[128];

    static {
        Stream.of(WireType.Basic.values()).forEach(basic -> BASICS[basic.code()] = basic);
    }

    private final String signature;
    private int position;
    private int arrays;
    private int structs;

    private Signatures(String signature) {
        this.signature = signature;
    }

    /// The types of a message body, in order; none for the empty signature.
    ///
    /// @throws WireException if it is not a valid signature
    public static List<WireType> parse(String signature) {
        if (signature.length() > MAX_LENGTH) {
            throw new WireException("signature is over " + MAX_LENGTH + " characters");
        }
        var parser = new Signatures(signature);
        var types = new ArrayList<WireType>();
        while (parser.position < signature.length()) {
            types.add(parser.next());
        }
        return List.copyOf(types);
    }

    /// The one type of a variant.
    ///
    /// @throws WireException if it is not exactly one complete type
    public static WireType single(String signature) {
        var types = parse(signature);
        if (types.size() != 1) {
            throw new WireException("not one complete type");
        }
        return types.getFirst();
    }

    private WireType next() {
        char code = take();
        return switch (code) {
            case 'a' -> array();
            case '(' -> struct();
            case 'v' -> WireType.Variant.PARSED;
            default -> basic(code);
        };
    }

    private WireType array() {
        if (++arrays > MAX_NESTING) {
            throw new WireException("arrays are nested too deep");
        }
        var array = element();
        arrays--;
        return array;
    }

    private WireType element() {
        if (peek() == 'y') {
            position++;
            return new WireType.Bytes();
        }
        if (peek() != '{') {
            return new WireType.Array(next());
        }
        position++;
        var dictionary = new WireType.Dictionary(basic(take()), next());
        expect('}');
        return dictionary;
    }

    private WireType struct() {
        if (++structs > MAX_NESTING) {
            throw new WireException("structs are nested too deep");
        }
        var fields = new ArrayList<WireType>();
        do {
            fields.add(next());
        } while (peek() != ')');
        position++;
        structs--;
        return new WireType.Struct(List.copyOf(fields), null);
    }

    private static WireType.Basic basic(char code) {
        var basic = code < BASICS.length ? BASICS[code] : null;
        if (basic == null) {
            throw new WireException("no type has the code " + (int) code);
        }
        return basic;
    }

    private void expect(char code) {
        if (take() != code) {
            throw new WireException("signature lacks " + code);
        }
    }

    private char take() {
        char code = peek();
        position++;
        return code;
    }

    private char peek() {
        if (position == signature.length()) {
            throw new WireException("signature ends early");
        }
        return signature.charAt(position);
    }
}
