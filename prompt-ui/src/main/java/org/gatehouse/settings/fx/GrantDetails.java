package org.gatehouse.settings.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.PermissionInfo.Level;
import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.Verdict;

/// Everything behind the switch of a grant: which answer, how precise, how long, and how it came
/// about. It changes the same grant as the switch does.
final class GrantDetails {

    private static final double REASON_WIDTH = 420;

    private final Desk desk;
    private final PermissionInfo permission;
    private final VBox node;
    private final AnswerBar answers;
    private final Picker level;
    private final Picker lifespan;
    private final Label decided = Nodes.label("", "fact");
    private final Label asked = Nodes.label("", "fact");
    private final Label used = Nodes.label("", "fact");
    private final GridPane grid = new GridPane();
    private GrantRow grant;

    GrantDetails(Desk desk, PermissionInfo permission, GrantRow grant) {
        this.desk = desk;
        this.permission = permission;
        this.grant = grant;
        answers = new AnswerBar(this::answered);
        level = new Picker(permission.levelLabel(), this::levelPicked);
        lifespan = new Picker("How long", this::lifespanPicked);
        grid.getStyleClass().add("facts");
        add("Answer", answers.node());
        if (!permission.levels().isEmpty()) {
            add(permission.levelLabel(), level.node());
        }
        add("How long", lifespan.node());
        var reason = grant.history().reason();
        if (!reason.isEmpty()) {
            add("The app says", Nodes.paragraph("“" + reason + "”", REASON_WIDTH, "fact"));
        }
        if (!permission.label(grant.history().asked()).isEmpty()) {
            add("It asked for", asked);
        }
        add("Decided", decided);
        add("Last used", used);
        var text = Nodes.label(permission.texts().description(), "row-text");
        text.setWrapText(true);
        node = Nodes.column("details", text, grid);
        show(grant);
    }

    private void add(String title, Node value) {
        var label = Nodes.label(title, "fact-title");
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setLabelFor(value);
        grid.addRow(grid.getRowCount(), label, value);
        GridPane.setHgrow(value, Priority.ALWAYS);
    }

    VBox node() {
        return node;
    }

    void show(GrantRow now) {
        grant = now;
        answers.show(now.verdict());
        level.show(
                permission.levels().stream()
                        .map(each -> new Picker.Option(each.id(), each.label()))
                        .toList(),
                now.level());
        lifespan.show(lifespans(now), now.lifespan());
        level.node().setDisable(!now.isAllowed());
        lifespan.node().setDisable(!now.isAllowed());
        asked.setText(permission.level(now.history().asked()).map(Level::label).orElse(""));
        decided.setText(desk.phrases().decided(now.history()));
        used.setText(desk.phrases().used(now.history()));
    }

    /// What may be chosen, and what holds if that is something else. Only this time is over
    /// already.
    private List<Picker.Option> lifespans(GrantRow now) {
        var offered =
                permission.lifespans().stream()
                        .filter(word -> !word.equals("once") || word.equals(now.lifespan()))
                        .map(word ->
                                new Picker.Option(
                                        word,
                                        word.equals(now.lifespan())
                                                ? desk.phrases().howLong(now)
                                                : Phrases.lifespan(word)))
                        .toList();
        return offered;
    }

    private void answered(Verdict verdict) {
        var decision =
                switch (verdict) {
                    case ALLOW -> Decision.allow(grant);
                    case DENY -> Decision.deny();
                    case ASK, UNCLEAR -> Decision.ask();
                };
        desk.session().changes().decide(grant, decision);
    }

    private void levelPicked(String id) {
        desk.session().changes().decide(grant, Decision.withLevel(grant, id));
    }

    private void lifespanPicked(String word) {
        long now = desk.phrases().times().now();
        desk.session().changes().decide(grant, Decision.withLifespan(grant, word, permission, now));
    }
}
