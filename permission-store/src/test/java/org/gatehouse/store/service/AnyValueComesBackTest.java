package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.store.gvdb.StoredValues;
import org.jspecify.annotations.Nullable;

class AnyValueComesBackTest {

    private static @Nullable ServedStore served;

    @BeforeContainer
    static void start() throws Exception {
        served = ServedStore.start();
    }

    @AfterContainer
    static void stop() {
        served().close();
    }

    @Provide
    Arbitrary<RawVariant> values() {
        return StoredValues.all()
                .filter(value -> value.bytes().length < 60_000)
                .map(value -> new RawVariant(value.signature(), value.bytes()));
    }

    @Property(tries = 150, seed = "1")
    void byteForByteOverTheBus(@ForAll("values") RawVariant value) {
        served().store.SetValue("values", true, "id", value);

        assertThat(served().store.Lookup("values", "id").data()).isEqualTo(value);
    }

    private static ServedStore served() {
        return java.util.Objects.requireNonNull(served);
    }
}
