package org.gatehouse.prompt.fx;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// The icon of an app, as it is drawn in the windows: up to 64 pixels, sharp at twice the scale.
public final class AppPicture {

    private static final int SIZE = 64;
    private static final int LARGEST_SIDE = 2048;
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER_BEFORE_SIZE = 8;

    private AppPicture() {}

    /// The picture in a file, or a neutral sign where there is none that can be read.
    public static Node of(Optional<Path> icon) {
        return icon.flatMap(AppPicture::image).<Node>map(AppPicture::view).orElseGet(Glyph::app);
    }

    /// The picture in a file, 128 pixels wide and high at most; empty where there is none that can
    /// be read. Reads the file: on any thread.
    public static Optional<Image> image(Path file) {
        try {
            return file.toString().endsWith(".svg") ? Drawings.read(file, SIZE * 2) : bitmap(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// A small file may claim a huge picture, so its size is looked at before it is unpacked.
    private static Optional<Image> bitmap(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            boolean png = in.readLong() == PNG_SIGNATURE;
            in.skipNBytes(HEADER_BEFORE_SIZE);
            if (!png || !isSide(in.readInt()) || !isSide(in.readInt())) {
                return Optional.empty();
            }
        }
        try (var in = Files.newInputStream(file)) {
            var image = new Image(in, SIZE * 2.0, SIZE * 2.0, true, true);
            return image.isError() ? Optional.empty() : Optional.of(image);
        }
    }

    private static boolean isSide(int pixels) {
        return pixels > 0 && pixels <= LARGEST_SIDE;
    }

    private static ImageView view(Image image) {
        var view = new ImageView(image);
        view.setFitWidth(SIZE);
        view.setFitHeight(SIZE);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        return view;
    }
}
