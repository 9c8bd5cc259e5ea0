package org.gatehouse.prompt.fx.files;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.files.Place;
import org.gatehouse.prompt.files.Spot;
import org.gatehouse.prompt.fx.Glyph;

/// The places at the side.
final class PlacesPane {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    final ScrollPane node;
    private final VBox column = new VBox();
    private final Consumer<Spot> go;
    private final boolean withRecent;
    private Spot spot = new Spot.Recent();

    /// @param withRecent whether the recent files are a place as well
    PlacesPane(boolean withRecent, Consumer<Spot> go) {
        this.withRecent = withRecent;
        this.go = go;
        column.getStyleClass().add("places");
        node = new ScrollPane(column);
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.getStyleClass().addAll("scroll", "places-scroll");
    }

    void show(List<Place> places) {
        column.getChildren().clear();
        if (withRecent) {
            var sign = Glyph.drawn(Signs.CLOCK, "place-sign");
            column.getChildren().add(button("Recent", sign, new Spot.Recent()));
        }
        places.forEach(place ->
                column.getChildren()
                        .add(
                                button(
                                        place.label(),
                                        Signs.of(place),
                                        new Spot.Folder(place.path()))));
        showHere(spot);
    }

    private Button button(String label, Region sign, Spot leadsTo) {
        var button = new Button(label, sign);
        button.setMnemonicParsing(false);
        Words.mark(button, label);
        button.getStyleClass().setAll("place");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setUserData(leadsTo);
        button.setOnAction(_ -> go.accept(leadsTo));
        return button;
    }

    /// Marks the place that is shown, if it is one.
    void showHere(Spot newSpot) {
        spot = newSpot;
        for (var child : column.getChildren()) {
            child.pseudoClassStateChanged(HERE, spot.equals(child.getUserData()));
        }
    }
}
