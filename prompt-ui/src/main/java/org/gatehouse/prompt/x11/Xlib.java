package org.gatehouse.prompt.x11;

import org.gatehouse.libc.LibraryFunction;

/// The functions of libX11 that are used here. A `Window`, an `Atom` and a mask are 64-bit longs in
/// memory, as C's `unsigned long` on 64-bit Linux. Source: Xlib's headers `Xlib.h` and `X.h`.
final class Xlib {

    static final LibraryFunction OPEN_DISPLAY = find("XOpenDisplay");
    static final LibraryFunction CLOSE_DISPLAY = find("XCloseDisplay");
    static final LibraryFunction ROOT_WINDOW = find("XDefaultRootWindow");
    static final LibraryFunction INTERN_ATOM = find("XInternAtom");
    static final LibraryFunction SYNC = find("XSync");
    static final LibraryFunction SELECT_INPUT = find("XSelectInput");
    static final LibraryFunction NEXT_EVENT = find("XNextEvent");
    static final LibraryFunction SEND_EVENT = find("XSendEvent");
    static final LibraryFunction FREE = find("XFree");
    static final LibraryFunction QUERY_KEYMAP = find("XQueryKeymap");
    static final LibraryFunction GET_WINDOW_ATTRIBUTES = find("XGetWindowAttributes");
    static final LibraryFunction CHANGE_PROPERTY = find("XChangeProperty");
    static final LibraryFunction GET_WINDOW_PROPERTY = find("XGetWindowProperty");

    private Xlib() {}

    /// Finds the functions above, by initialising this class.
    static void link() {}

    private static LibraryFunction find(String name) {
        return LibraryFunction.of("libX11.so.6", name);
    }
}
