package org.gatehouse.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesTheValuesOfTheBus() {
        var record = new LinkedHashMap<String, Object>();
        record.put("app", new Variant<>("org.a.B"));
        record.put("time", new Variant<>(new UInt64(1795000000L)));
        record.put("uses", new Variant<>(new UInt32(3)));
        record.put("implied", new Variant<>(true));
        record.put("words", new Variant<>(List.of("EXACT", "0"), "as"));
        record.put(
                "level",
                List.of(new Object[] {"city", "The city"}, new Object[] {"exact", "Exact"}));

        assertThat(Json.compact(List.of(record)))
                .isEqualTo(
                        "[{\"app\":\"org.a.B\",\"time\":1795000000,\"uses\":3,\"implied\":true,"
                                + "\"words\":[\"EXACT\",\"0\"],"
                                + "\"level\":[[\"city\",\"The city\"],[\"exact\",\"Exact\"]]}]");
    }

    @Test
    void sendsNothingButAsciiToATerminal() {
        assertThat(Json.compact(Map.of("name", "\u001b[2J\u202Eä\u009b")))
                .isEqualToIgnoringCase("{\"name\":\"\\u001B[2J\\u202E\\u00E4\\u009B\"}");
    }
}
