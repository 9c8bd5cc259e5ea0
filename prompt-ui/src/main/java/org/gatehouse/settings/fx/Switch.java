package org.gatehouse.settings.fx;

import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;

/// On or off. Follows what it is told, and tells what the person wants.
final class Switch extends CheckBox {

    Switch(Consumer<Boolean> wanted) {
        getStyleClass().add("switch");
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(_ -> wanted.accept(isSelected()));
    }

    void show(boolean on, String says) {
        setSelected(on);
        setAccessibleText(says);
    }
}
