package org.gatehouse.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.protocol.PortalException;

class WireFormatTest {

    private static final List<String> SIGNATURES =
            List.of("s", "ay", "a{sv}", "(isb)", "av", "a(sa{sv})", "v", "aad", "h", "g", "t");

    @Property(seed = "1")
    void whateverTheBytesReadingEndsInAValueOrAClearRefusal(
            @ForAll("signatures") String signature, @ForAll byte[] bytes, @ForAll boolean little) {
        try {
            new WireReader(bytes, little, List.of()).readAll(Signatures.parse(signature));
        } catch (WireException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Property(seed = "1")
    void whateverTheBytesAKeptValueIsReadOrRefused(@ForAll byte[] bytes, @ForAll boolean little) {
        try {
            new WireReader(bytes, little, List.of()).read(WireType.Variant.RAW);
        } catch (WireException | PortalException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(seed = "1")
    void aKeptValueIsTheSameWhereverItStandsInAMessage(
            @ForAll("maps") Map<String, List<String>> value, @ForAll byte before) {
        var type = Signatures.single("a{sas}");
        var alone = new WireWriter();
        alone.write(type, value);
        var kept = new RawVariant("a{sas}", alone.toBytes());

        var message = new WireWriter();
        message.writeByte(before);
        message.write(WireType.Variant.RAW, kept);
        List<WireType> types = List.of(WireType.Basic.BYTE, WireType.Variant.RAW);
        var read = new WireReader(message.toBytes(), true, List.of()).readAll(types);

        assertThat(read[1]).isEqualTo(kept);
    }

    @Property(seed = "1")
    void mapsComeBackAsTheyWere(@ForAll("maps") Map<String, List<String>> value) {
        var type = Signatures.single("a{sas}");
        var writer = new WireWriter();
        writer.write(type, value);

        assertThat(new WireReader(writer.toBytes(), true, List.of()).read(type)).isEqualTo(value);
    }

    @Provide
    Arbitrary<String> signatures() {
        return Arbitraries.of(SIGNATURES);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> maps() {
        // a NUL or half a surrogate pair cannot go over the bus
        var text = Arbitraries.strings().withCharRange(' ', '\u2000').ofMaxLength(12);
        return Arbitraries.maps(text, text.list().ofMaxSize(4)).ofMaxSize(6);
    }
}
