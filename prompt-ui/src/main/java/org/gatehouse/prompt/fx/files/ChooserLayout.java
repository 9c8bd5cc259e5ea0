package org.gatehouse.prompt.fx.files;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where the panes of the window are. A small screen, such as 1280x800 at 200 %, keeps what is
/// needed.
record ChooserLayout(Node path, Node places, StackPane list, Node preview) {

    private static final double WIDE = 860;
    private static final double HIGH = 460;

    /// Puts everything into `root`.
    ///
    /// @param head above all, across the window
    /// @param overlay over all
    void arrange(StackPane root, Node head, Node foot, Node overlay) {
        StackPane.setAlignment(list.getChildren().getLast(), Pos.TOP_LEFT);
        HBox.setHgrow(list, Priority.ALWAYS);
        var looked = new HBox(list, preview);
        VBox.setVgrow(looked, Priority.ALWAYS);
        var right = new VBox(path, looked);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        var middle = new HBox(places, right);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.getChildren().addAll(new VBox(head, middle, foot), overlay);
        root.getStyleClass().add("chooser");
        root.widthProperty().subscribe(_ -> fit(root));
        root.heightProperty().subscribe(_ -> fit(root));
    }

    private void fit(Region root) {
        boolean wide = root.getWidth() >= WIDE;
        preview.setVisible(wide);
        preview.setManaged(wide);
        boolean low = root.getHeight() < HIGH;
        if (low != root.getStyleClass().contains("compact")) {
            root.getStyleClass().remove("compact");
            if (low) {
                root.getStyleClass().add("compact");
            }
        }
    }
}
