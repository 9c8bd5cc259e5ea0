package org.gatehouse.store.gvdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatehouse.store.StoredValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GVariantTest {

    @Provide
    Arbitrary<StoredValue> values() {
        return StoredValues.all();
    }

    @Property(tries = 500, seed = "1")
    void aValueOfAnyTypeComesBackByteForByte(@ForAll("values") StoredValue value) throws Exception {
        var bytes = GVariantEncoder.encode(value, Integer.MAX_VALUE);

        var back =
                GVariantDecoder.decode(
                        Type.of(value.signature()), new Frame(bytes, 0, bytes.length));

        assertThat(back).isEqualTo(value.bytes());
    }

    @Property(tries = 300, seed = "1")
    void aChangedByteIsReadOrRefusedButNeverMore(
            @ForAll("values") StoredValue value, @ForAll int place, @ForAll byte with) {
        var bytes = GVariantEncoder.encode(value, Integer.MAX_VALUE);
        if (bytes.length > 0) {
            bytes[Math.floorMod(place, bytes.length)] = with;
        }

        try {
            var _ =
                    GVariantDecoder.decode(
                            Type.of(value.signature()), new Frame(bytes, 0, bytes.length));
        } catch (DamagedTable expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
    }

    /// The examples of the GVariant Specification, section 2.6, where D-Bus has the type.
    @ParameterizedTest
    @CsvSource({
        "s, 0b00000068656c6c6f20776f726c6400, 68656c6c6f20776f726c6400",
        "(si), 03000000666f6f00ffffffff, 666f6f00ffffffff04",
        "as, 0e0000000100000069000000010000006100, 69006100 0204",
        "ai, 080000000400000002010000, 0400000002010000",
        "(ii), 0100000002000000, 0100000002000000"
    })
    void isAsTheSpecificationShows(String type, String dbus, String gvariant) {
        var value = new StoredValue(type, hex(dbus));

        assertThat(GVariantEncoder.encode(value, 8)).isEqualTo(hex(gvariant));
    }

    @Test
    void aLargeContainerHasWideOffsets() throws Exception {
        var text = "x".repeat(70_000);
        var out = new Bytes();
        out.putInt(0);
        int start = out.size();
        for (int i = 0; i < 2; i++) {
            out.align(4);
            out.putInt(text.length());
            out.put(text.getBytes(UTF_8));
            out.put(0);
        }
        out.setInt(0, out.size() - start);

        var bytes = GVariantEncoder.encode(new StoredValue("as", out.toArray()), 8);

        assertThat(bytes).hasSize(2 * 70_001 + 2 * 4);
        assertThat(new Frame(bytes, 0, bytes.length).elements(Type.of("s")).get(1).string())
                .isEqualTo(text);
    }

    @Test
    void refusesWhatIsDeeperThanItMayBe() {
        var nested = new StoredValue("v", hex("01760001760001760001790007"));

        assertThat(GVariantEncoder.encode(nested, 4)).isNotEmpty();
        assertThatThrownBy(() -> GVariantEncoder.encode(nested, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
