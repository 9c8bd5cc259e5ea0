package org.gatehouse.prompt.fx;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.gatehouse.libc.LibraryFunction;
import org.jspecify.annotations.Nullable;

/// Reads SVG icons with the desktop's own library, GdkPixbuf, which the toolkit's window layer
/// needs anyway. Many apps install no other icon, and JavaFX has no reader for it.
final class Drawings {

    private static final String LIBRARY = "libgdk_pixbuf-2.0.so.0";
    private static final int RGBA = 4;

    private Drawings() {}

    /// The drawing in a file, `side` pixels wide and high at most; empty where the library, its SVG
    /// part or a valid drawing is missing.
    static Optional<Image> read(Path file, int side) {
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom(file.toString());
            long pixbuf = call("gdk_pixbuf_new_from_file_at_size", name.address(), side, side, 0);
            return Optional.ofNullable(pixbuf == 0 ? null : image(pixbuf));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no such library
        }
    }

    private static @Nullable Image image(long pixbuf) {
        try {
            int width = (int) call("gdk_pixbuf_get_width", pixbuf);
            int height = (int) call("gdk_pixbuf_get_height", pixbuf);
            int stride = (int) call("gdk_pixbuf_get_rowstride", pixbuf);
            if ((int) call("gdk_pixbuf_get_n_channels", pixbuf) != RGBA) {
                return null;
            }
            var pixels = MemorySegment.ofAddress(call("gdk_pixbuf_get_pixels", pixbuf));
            return copy(pixels, width, height, stride);
        } finally {
            call("g_object_unref", pixbuf);
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

    /// A function of the library or of those that it needs.
    private static long call(String name, long... arguments) {
        return LibraryFunction.of(LIBRARY, name).call(arguments);
    }
}
