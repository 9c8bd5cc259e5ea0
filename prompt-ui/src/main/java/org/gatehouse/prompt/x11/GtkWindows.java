package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.LongConsumer;
import org.gatehouse.libc.LibraryFunction;

/// Reaches the toolkit's windows between their making and their appearance.
///
/// A window manager reads a new window's properties when the window is mapped. JavaFX makes the X
/// window and maps it in one call, so the only place in between is GTK's signal `realize` on the
/// window that JavaFX has prepared.
///
/// Threads: the toolkit's application thread, which is GTK's main thread.
final class GtkWindows {

    private static final LibraryFunction LIST = find("gtk_window_list_toplevels");
    private static final LibraryFunction FREE_LIST = find("g_list_free");
    private static final LibraryFunction IS_REALIZED = find("gtk_widget_get_realized");
    private static final LibraryFunction GDK_WINDOW = find("gtk_widget_get_window");
    private static final LibraryFunction WINDOW_ID = find("gdk_x11_window_get_xid");
    private static final LibraryFunction FLUSH = find("gdk_flush");
    private static final LibraryFunction CONNECT = find("g_signal_connect_data");

    /// Of GList: data, next, prev.
    private static final long LIST_NODE = 24;

    /// Made once and never freed, since GTK keeps it for as long as it likes.
    private final MemorySegment handler = handler();

    private LongConsumer action = _ -> {};

    /// Finds the functions above, by initialising this class.
    static void link() {}

    /// Runs `action` with the X11 id of each window that the toolkit has prepared and not yet
    /// shown, after the window came to be and before it is mapped.
    void beforeMapping(LongConsumer newAction) {
        action = newAction;
        long list = LIST.call();
        for (long node = list; node != 0; ) {
            var fields = MemorySegment.ofAddress(node).reinterpret(LIST_NODE);
            long window = fields.get(JAVA_LONG, 0);
            if ((int) IS_REALIZED.call(window) == 0) {
                connect(window);
            }
            node = fields.get(JAVA_LONG, ADDRESS.byteSize());
        }
        FREE_LIST.call(list);
    }

    /// Sends what GTK has not sent yet, such as the wish to have a window mapped.
    void flush() {
        FLUSH.call();
    }

    private void connect(long window) {
        try (var arena = Arena.ofConfined()) {
            var signal = arena.allocateFrom("realize");
            CONNECT.call(window, signal.address(), handler.address(), 0, 0, 0);
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
        action.accept(WINDOW_ID.call(GDK_WINDOW.call(window.address())));
    }

    private static LibraryFunction find(String name) {
        return LibraryFunction.of("libgtk-3.so.0", name);
    }
}
