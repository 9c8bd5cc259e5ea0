package org.gatehouse.settings.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gatehouse.settings.Verdict;

/// Allow, ask or refuse, side by side; the arrow keys walk through them.
final class AnswerBar {

    private final HBox bar = Nodes.row("segments");
    private final Map<Verdict, ToggleButton> buttons = new LinkedHashMap<>();
    private final Consumer<Verdict> picked;
    private Verdict shown = Verdict.UNCLEAR;

    AnswerBar(Consumer<Verdict> picked) {
        this.picked = picked;
        add(Verdict.ALLOW, "Allow");
        add(Verdict.ASK, "Ask next time");
        add(Verdict.DENY, "Refuse");
        bar.setMaxWidth(Region.USE_PREF_SIZE);
        bar.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    }

    private void add(Verdict verdict, String words) {
        var button = new ToggleButton(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> pick(verdict));
        buttons.put(verdict, button);
        bar.getChildren().add(button);
    }

    HBox node() {
        return bar;
    }

    void show(Verdict verdict) {
        shown = verdict;
        buttons.forEach((each, button) -> button.setSelected(each == verdict));
    }

    private void pick(Verdict verdict) {
        boolean changed = verdict != shown;
        show(verdict);
        if (changed) {
            picked.accept(verdict);
        }
    }

    /// Left and right move the focus; the space bar answers, since an answer counts at once.
    private void step(KeyEvent event) {
        boolean left = event.getCode() == KeyCode.LEFT;
        if (left || event.getCode() == KeyCode.RIGHT) {
            event.consume();
            var all = buttons.values().stream().toList();
            int now =
                    all.stream()
                            .filter(ToggleButton::isFocused)
                            .map(all::indexOf)
                            .findFirst()
                            .orElse(0);
            all.get(Math.clamp(left ? now - 1 : now + 1, 0, all.size() - 1)).requestFocus();
        }
    }
}
