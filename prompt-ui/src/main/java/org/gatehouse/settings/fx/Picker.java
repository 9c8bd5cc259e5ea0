package org.gatehouse.settings.fx;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;

/// A box to pick from. Tells what the person picks, and not what it is told itself.
final class Picker {

    private final ComboBox<Option> box = new ComboBox<>();
    private boolean isTold;

    /// Something to pick.
    record Option(String id, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    /// @param says what an assistive technology reads
    Picker(String says, Consumer<String> picked) {
        box.setAccessibleText(says);
        box.setMinWidth(0);
        box.valueProperty()
                .subscribe((_, now) -> {
                    if (!isTold && now != null) {
                        picked.accept(now.id());
                    }
                });
    }

    ComboBox<Option> node() {
        return box;
    }

    void show(List<Option> options, String selected) {
        isTold = true;
        if (!box.getItems().equals(options)) {
            box.getItems().setAll(options);
        }
        box.setValue(
                options.stream()
                        .filter(option -> option.id().equals(selected))
                        .findFirst()
                        .orElse(null));
        isTold = false;
    }

    /// What is picked now, `""` if nothing.
    String picked() {
        var value = box.getValue();
        return value == null ? "" : value.id();
    }
}
