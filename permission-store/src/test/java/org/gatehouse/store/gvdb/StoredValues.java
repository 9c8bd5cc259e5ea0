package org.gatehouse.store.gvdb;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gatehouse.store.StoredValue;

/// Values of any D-Bus type, with any content.
public final class StoredValues {

    private static final int MAX_DEPTH = 4;

    private StoredValues() {}

    public static Arbitrary<StoredValue> all() {
        return types(MAX_DEPTH).flatMap(StoredValues::ofType);
    }

    private static Arbitrary<String> types(int depth) {
        var basic = Arbitraries.of("y", "b", "n", "q", "i", "u", "x", "t", "d", "s", "o", "g");
        if (depth == 0) {
            return basic;
        }
        var inner = Arbitraries.lazy(() -> types(depth - 1));
        return Arbitraries.oneOf(
                        basic,
                        Arbitraries.just("v"),
                        inner.map(type -> "a" + type),
                        Combinators.combine(basic, inner)
                                .as((key, value) -> "a{" + key + value + "}"),
                        inner.list()
                                .ofMinSize(1)
                                .ofMaxSize(4)
                                .map(types -> "(" + String.join("", types) + ")"))
                .filter(type -> type.length() < 200);
    }

    private static Arbitrary<StoredValue> ofType(String text) {
        var type = Type.of(text);
        return Arbitraries.randomValue(random -> {
            var out = new Bytes();
            put(out, type, random, 0);
            return new StoredValue(text, out.toArray());
        });
    }

    private static void put(Bytes out, Type type, java.util.Random random, int depth) {
        out.align(type.dbusAlignment());
        switch (type.code()) {
            case 'y' -> out.put(random.nextInt());
            case 'n', 'q' -> out.putNumber(random.nextLong(), 2);
            case 'b' -> out.putInt(random.nextInt(2));
            case 'i', 'u' -> out.putInt(random.nextInt());
            case 'x', 't', 'd' -> out.putNumber(random.nextLong(), 8);
            case 's' -> putText(out, text(random));
            case 'o' -> putText(out, random.nextBoolean() ? "/" : "/a_1/B" + random.nextInt(99));
            case 'g' ->
                    putSignature(out, List.of("", "s", "a{sv}(ii)", "v").get(random.nextInt(4)));
            case 'v' -> {
                var inner =
                        depth > 6
                                ? "y"
                                : List.of("s", "v", "a{sv}", "(yx)", "as").get(random.nextInt(5));
                putSignature(out, inner);
                put(out, Type.of(inner), random, depth + 1);
            }
            case 'a' -> {
                int length = out.size();
                out.putInt(0);
                out.align(type.element().dbusAlignment());
                int start = out.size();
                for (int left = random.nextInt(depth > 3 ? 2 : 12); left > 0; left--) {
                    put(out, type.element(), random, depth + 1);
                }
                out.setInt(length, out.size() - start);
            }
            default -> type.members().forEach(member -> put(out, member, random, depth + 1));
        }
    }

    private static String text(java.util.Random random) {
        return "aé€𝄞".repeat(random.nextInt(random.nextInt(20) == 0 ? 9000 : 9));
    }

    private static void putText(Bytes out, String text) {
        var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.putInt(bytes.length);
        out.put(bytes);
        out.put(0);
    }

    private static void putSignature(Bytes out, String text) {
        out.put(text.length());
        out.put(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        out.put(0);
    }
}
