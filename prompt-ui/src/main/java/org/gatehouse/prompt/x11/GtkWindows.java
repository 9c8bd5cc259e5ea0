package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.LongConsumer;

/// Reaches the toolkit's windows between their making and their appearance.
///
/// A window manager reads a new window's properties when the window is mapped. JavaFX makes the X
/// window and maps it in one call, so the only place in between is GTK's signal `realize` on the
/// window that JavaFX has prepared.
///
/// Threads: the toolkit's application thread, which is GTK's main thread.
final class GtkWindows {

    private static final SymbolLookup GTK =
            SymbolLookup.libraryLookup("libgtk-3.so.0", Arena.global());
    private static final MethodHandle LIST =
            find("gtk_window_list_toplevels", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle FREE_LIST =
            find("g_list_free", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle IS_REALIZED =
            find("gtk_widget_get_realized", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle GDK_WINDOW =
            find("gtk_widget_get_window", FunctionDescriptor.of(ADDRESS, ADDRESS));
    private static final MethodHandle WINDOW_ID =
            find("gdk_x11_window_get_xid", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
    private static final MethodHandle FLUSH = find("gdk_flush", FunctionDescriptor.ofVoid());
    private static final MethodHandle CONNECT =
            find(
                    "g_signal_connect_data",
                    FunctionDescriptor.of(
                            JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));

    /// Of GList: data, next, prev.
    private static final long LIST_NODE = 24;

    /// Made once and never freed, since GTK keeps it for as long as it likes.
    private final MemorySegment handler = handler();

    private LongConsumer action = _ -> {};

    /// Makes the handles above, by initialising this class.
    static void link() {}

    /// Runs `action` with the X11 id of each window that the toolkit has prepared and not yet
    /// shown, after the window came to be and before it is mapped.
    void beforeMapping(LongConsumer newAction) {
        action = newAction;
        var list = (MemorySegment) Xlib.call(LIST);
        for (var node = list; node.address() != 0; ) {
            var fields = node.reinterpret(LIST_NODE);
            var window = fields.get(ADDRESS, 0);
            if ((int) Xlib.call(IS_REALIZED, window) == 0) {
                connect(window);
            }
            node = fields.get(ADDRESS, ADDRESS.byteSize());
        }
        Xlib.run(FREE_LIST, list);
    }

    /// Sends what GTK has not sent yet, such as the wish to have a window mapped.
    void flush() {
        Xlib.run(FLUSH);
    }

    private void connect(MemorySegment window) {
        try (var arena = Arena.ofConfined()) {
            var signal = arena.allocateFrom("realize");
            var none = MemorySegment.NULL;
            Xlib.call(CONNECT, window, signal, handler, none, none, 0);
        }
    }

    private MemorySegment handler() {
        try {
            var type = MethodType.methodType(void.class, MemorySegment.class, MemorySegment.class);
            var target =
                    MethodHandles.lookup()
                            .findVirtual(GtkWindows.class, "realized", type)
                            .bindTo(this);
            return Linker.nativeLinker()
                    .upcallStub(
                            target, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS), Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /// Called by GTK. What GTK itself wants to say about the window is sent first, so that it does
    /// not undo what the action says.
    void realized(MemorySegment window, MemorySegment data) {
        flush();
        action.accept((long) Xlib.call(WINDOW_ID, Xlib.call(GDK_WINDOW, window)));
    }

    private static MethodHandle find(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(GTK.findOrThrow(name), shape);
    }
}
