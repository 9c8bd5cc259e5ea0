package org.gatehouse.settings.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.Snapshot;
import org.gatehouse.settings.Verdict;
import org.gatehouse.settings.WaitingQuestion;

/// A question that waits, with the answers to it.
final class WaitingCard {

    private static final double ICON = 40;
    private static final double WIDTH = 560;

    private final Desk desk;
    private final WaitingQuestion question;
    private final PermissionInfo permission;
    private final Picker level;
    private final Picker lifespan;
    private final VBox card;

    WaitingCard(Desk desk, WaitingQuestion question, Snapshot snapshot) {
        this.desk = desk;
        this.question = question;
        permission = snapshot.permission(question.key().permission());
        level = new Picker(permission.levelLabel(), _ -> {});
        lifespan = new Picker("How long", _ -> {});
        var icon = new AppIcon(desk.icons(), ICON);
        icon.show(snapshot.app(question.key().app()));
        var title = Nodes.label("", "row-title");
        Nodes.putSentence(title, question.name() + " wants to use: " + permission.name());
        card =
                Nodes.column(
                        "question",
                        Nodes.row("row", icon, Nodes.growing("row-texts", title, circumstances())));
        if (!question.reason().isEmpty()) {
            var quotation =
                    Nodes.column(
                            "quotation",
                            Nodes.label("The app says", "speaker"),
                            Nodes.paragraph("“" + question.reason() + "”", WIDTH));
            card.getChildren().add(quotation);
        }
        card.getChildren().add(answers());
    }

    VBox node() {
        return card;
    }

    private Label circumstances() {
        var times = question.times() > 1 ? " · " + question.times() + " times" : "";
        return Nodes.label(
                Phrases.why(question.why())
                        + " · "
                        + desk.phrases().times().ago(question.time())
                        + times,
                "row-text");
    }

    private FlowPane answers() {
        var session = desk.session();
        var allow =
                Nodes.button(
                        "Allow", () -> session.changes().answer(question, allowed()), "primary");
        allow.setAccessibleText("Allow " + permission.name() + " for " + question.name());
        var deny = Nodes.button("Deny", () -> session.changes().answer(question, Decision.deny()));
        deny.setAccessibleText("Deny " + permission.name() + " for " + question.name());
        var dismiss = Nodes.button("Not now", () -> session.changes().dismiss(question), "flat");
        var pane = new FlowPane();
        pane.getStyleClass().add("answers");
        if (!permission.levels().isEmpty()) {
            level.show(
                    permission.levels().stream()
                            .map(each -> new Picker.Option(each.id(), each.label()))
                            .toList(),
                    question.level().isEmpty()
                            ? permission.levels().getLast().id()
                            : question.level());
            pane.getChildren().add(level.node());
        }
        var offered =
                permission.lifespans().stream()
                        .filter(word -> !word.equals("once"))
                        .map(word -> new Picker.Option(word, Phrases.lifespan(word)))
                        .toList();
        if (!offered.isEmpty()) {
            lifespan.show(offered, offered.getLast().id());
            pane.getChildren().add(lifespan.node());
        }
        pane.getChildren().add(Nodes.row("buttons", deny, allow, dismiss));
        return pane;
    }

    private Decision allowed() {
        var word = lifespan.picked();
        long until =
                word.equals("until") ? desk.phrases().times().now() + permission.untilSeconds() : 0;
        return new Decision(Verdict.ALLOW, level.picked(), word, until);
    }
}
