package org.gatehouse.prompt.fx.files;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.files.Place;
import org.gatehouse.protocol.HostPath;

/// The places at the side.
final class PlacesPane {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    final ScrollPane node;
    private final VBox column = new VBox();
    private final Consumer<HostPath> go;
    private HostPath folder = new HostPath("/");

    PlacesPane(Consumer<HostPath> go) {
        this.go = go;
        column.getStyleClass().add("places");
        node = new ScrollPane(column);
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.getStyleClass().addAll("scroll", "places-scroll");
    }

    void show(List<Place> places) {
        column.getChildren().setAll(places.stream().map(this::button).toList());
        showHere(folder);
    }

    private Button button(Place place) {
        var button = new Button(place.label(), Signs.of(place));
        button.setMnemonicParsing(false);
        button.getStyleClass().setAll("place");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setUserData(place.path());
        button.setOnAction(_ -> go.accept(place.path()));
        return button;
    }

    /// Marks the place that is shown, if it is one.
    void showHere(HostPath newFolder) {
        folder = newFolder;
        for (var child : column.getChildren()) {
            child.pseudoClassStateChanged(HERE, folder.equals(child.getUserData()));
        }
    }
}
