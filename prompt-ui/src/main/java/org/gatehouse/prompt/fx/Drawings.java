package org.gatehouse.prompt.fx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.util.Objects.requireNonNull;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Reads SVG icons with the desktop's own library, GdkPixbuf, which the toolkit's window layer
/// needs anyway. Many apps install no other icon, and JavaFX has no reader for it.
final class Drawings {

    private static final String LIBRARY = "libgdk_pixbuf-2.0.so.0";
    private static final int RGBA = 4;
    private static final FunctionDescriptor PIXBUF =
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    private static final FunctionDescriptor NUMBER = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    private static final FunctionDescriptor POINTER = FunctionDescriptor.of(ADDRESS, ADDRESS);
    private static final FunctionDescriptor RELEASE = FunctionDescriptor.ofVoid(ADDRESS);

    private Drawings() {}

    /// The drawing in a file, `side` pixels wide and high at most; empty where the library, its SVG
    /// part or a valid drawing is missing.
    static Optional<Image> read(Path file, int side) {
        try (var arena = Arena.ofConfined()) {
            // Never unloaded: GLib's type system does not survive that.
            var library = new Library(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
            var name = arena.allocateFrom(file.toString());
            var pixbuf =
                    library.pointer(
                            "gdk_pixbuf_new_from_file_at_size",
                            PIXBUF,
                            name,
                            side,
                            side,
                            MemorySegment.NULL);
            return Optional.ofNullable(pixbuf.address() == 0 ? null : image(library, pixbuf));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no such library
        }
    }

    private static @Nullable Image image(Library library, MemorySegment pixbuf) {
        try {
            int width = library.number("gdk_pixbuf_get_width", pixbuf);
            int height = library.number("gdk_pixbuf_get_height", pixbuf);
            int stride = library.number("gdk_pixbuf_get_rowstride", pixbuf);
            if (library.number("gdk_pixbuf_get_n_channels", pixbuf) != RGBA) {
                return null;
            }
            return copy(
                    library.pointer("gdk_pixbuf_get_pixels", POINTER, pixbuf),
                    width,
                    height,
                    stride);
        } finally {
            library.call("g_object_unref", RELEASE, pixbuf);
        }
    }

    private static Image copy(MemorySegment pixels, int width, int height, int stride) {
        long length = (long) stride * (height - 1) + (long) width * RGBA;
        var rgba = pixels.reinterpret(length).toArray(JAVA_BYTE);
        var image = new WritableImage(width, height);
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = argb(rgba, y * stride + x * RGBA);
            }
            image.getPixelWriter()
                    .setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        }
        return image;
    }

    private static int argb(byte[] rgba, int at) {
        return ((rgba[at + 3] & 0xFF) << 24)
                | ((rgba[at] & 0xFF) << 16)
                | ((rgba[at + 1] & 0xFF) << 8)
                | (rgba[at + 2] & 0xFF);
    }

    /// Functions of a library and of those that it needs, found by name.
    private record Library(SymbolLookup symbols) {

        int number(String name, MemorySegment argument) {
            return (int) requireNonNull(call(name, NUMBER, argument));
        }

        MemorySegment pointer(String name, FunctionDescriptor shape, Object... arguments) {
            return (MemorySegment) requireNonNull(call(name, shape, arguments));
        }

        @Nullable Object call(String name, FunctionDescriptor shape, Object... arguments) {
            try {
                return Linker.nativeLinker()
                        .downcallHandle(symbols.findOrThrow(name), shape)
                        .invokeWithArguments(arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
    }
}
