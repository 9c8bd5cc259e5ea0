package org.gatehouse.protocol;

import java.util.regex.Pattern;

/// The window of the app that a dialog belongs to, as the app says.
///
/// Only a hint: anything that is not understood is [None], never an error.
public sealed interface ParentWindow {

    /// `x11:HEX`.
    ///
    /// @param window the window's id, 1 to 2³²−1
    record X11(long window) implements ParentWindow {

        public X11 {
            if (window < 1 || window > 0xFFFF_FFFFL) {
                throw new IllegalArgumentException("not a window: " + window);
            }
        }

        @Override
        public String wire() {
            return "x11:" + Long.toHexString(window);
        }
    }

    /// `wayland:HANDLE`.
    ///
    /// @param handle what xdg-foreign exported: 1 to 256 visible ASCII characters
    record Wayland(String handle) implements ParentWindow {

        private static final Pattern SHAPE = Pattern.compile("[!-~]{1,256}");

        public Wayland {
            if (!SHAPE.matcher(handle).matches()) {
                throw new IllegalArgumentException("not a handle of xdg-foreign");
            }
        }

        @Override
        public String wire() {
            return "wayland:" + handle;
        }
    }

    /// No window, or none that can be understood.
    record None() implements ParentWindow {

        @Override
        public String wire() {
            return "";
        }
    }

    /// The identifier as it goes over the bus, `""` for none.
    String wire();

    /// What `identifier` names. The number of an X11 window may have the prefix `0x`.
    static ParentWindow parse(String identifier) {
        try {
            if (identifier.startsWith("x11:")) {
                return new X11(Long.parseUnsignedLong(hexDigits(identifier), 16));
            }
            if (identifier.startsWith("wayland:")) {
                return new Wayland(identifier.substring("wayland:".length()));
            }
            return new None();
        } catch (IllegalArgumentException e) {
            return new None();
        }
    }

    private static String hexDigits(String identifier) {
        int start = "x11:".length();
        return identifier.substring(identifier.startsWith("0x", start) ? start + 2 : start);
    }
}
