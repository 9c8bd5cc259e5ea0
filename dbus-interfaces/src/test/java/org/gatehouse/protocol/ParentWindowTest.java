package org.gatehouse.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.protocol.ParentWindow.None;
import org.gatehouse.protocol.ParentWindow.Wayland;
import org.gatehouse.protocol.ParentWindow.X11;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParentWindowTest {

    @ParameterizedTest
    @CsvSource({"x11:1a2b,1a2b", "x11:0x1a2b,1a2b", "x11:FFFFFFFF,ffffffff", "x11:1,1"})
    void readsAWindowOfX11(String identifier, String window) {
        assertThat(ParentWindow.parse(identifier)).isEqualTo(new X11(Long.parseLong(window, 16)));
        assertThat(ParentWindow.parse(identifier).wire()).isEqualTo("x11:" + window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wayland:handle", "wayland:3f-88:a_b", "wayland:~"})
    void readsAHandleOfWayland(String identifier) {
        assertThat(ParentWindow.parse(identifier)).isInstanceOf(Wayland.class);
        assertThat(ParentWindow.parse(identifier).wire()).isEqualTo(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x11:",
                "x11:0",
                "x11:-1",
                "x11:xyz",
                "x11:100000000",
                "x11:1 ",
                "X11:1",
                "wayland:",
                "wayland:a b",
                "wayland:a\n",
                "wayland:ä",
                "mir:1",
                "x11",
                "x11:0x"
            })
    void takesAnythingElseForNone(String identifier) {
        assertThat(ParentWindow.parse(identifier)).isEqualTo(new None());
    }
}
