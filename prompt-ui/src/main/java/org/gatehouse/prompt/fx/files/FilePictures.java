package org.gatehouse.prompt.fx.files;

import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.FileTypes;

/// What stands for a file: its sign at once, its picture when it has been found.
final class FilePictures {

    private static final double SIDE = 80;

    private final FileTypes types;
    private final Pictures pictures;

    FilePictures(FileTypes types, Pictures pictures) {
        this.types = types;
        this.pictures = pictures;
    }

    /// For a line of a list: the sign.
    Node small(Entry entry) {
        return Signs.of(entry, types.of(entry.label()), "small");
    }

    /// For a tile.
    Node large(Entry entry) {
        var holder = new StackPane(Signs.of(entry, types.of(entry.label()), "large"));
        pictures.find(entry, false, image -> holder.getChildren().setAll(view(image, SIDE)));
        return holder;
    }

    /// For a file that the person looks at.
    Node close(Entry entry, double side) {
        var holder = new StackPane(Signs.of(entry, types.of(entry.label()), "huge"));
        pictures.find(entry, true, image -> holder.getChildren().setAll(view(image, side)));
        return holder;
    }

    String type(Entry entry) {
        return types.of(entry.label());
    }

    private static ImageView view(Image image, double side) {
        var view = new ImageView(image);
        view.setFitWidth(Math.min(side, image.getWidth()));
        view.setFitHeight(Math.min(side, image.getHeight()));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        return view;
    }
}
