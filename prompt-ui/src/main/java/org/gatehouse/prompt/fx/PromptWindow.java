package org.gatehouse.prompt.fx;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Placement;
import org.gatehouse.prompt.Placement.Box;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.desktop.AppCard;

/// A question in a window of its own.
final class PromptWindow implements FxWindow, ButtonBar.Answers {

    private static final double WIDTH = 480;
    private static final double COMPACT_WIDTH = 600;
    private static final double NOTICE_WIDTH = 420;

    /// What the window manager puts around a window, as far as that is known before it is shown.
    private static final double FRAME = 40;

    private final Prompt prompt;
    private final Consumer<Answer> answered;
    private final Stage stage = new Stage();
    private final ArmingGate gate;
    private final double ownWidth;
    private final PromptView view;
    private final ButtonBar bar;

    PromptWindow(Prompt prompt, AppCard app, Consumer<Answer> answered) {
        this.prompt = prompt;
        this.answered = answered;
        boolean notice = isNotice();
        var title = prompt.wording().title();
        var labels = prompt.wording().labels();
        ownWidth = notice ? NOTICE_WIDTH : WIDTH;
        gate = new ArmingGate(stage, notice);
        view = new PromptView(prompt, app, ownWidth);
        bar = notice ? ButtonBar.notice(labels, gate, this) : ButtonBar.dialog(labels, gate, this);
        stage.setTitle(notice ? title : app.name() + " – " + title);
        stage.setScene(scene());
        stage.setOnCloseRequest(event -> {
            event.consume();
            dismiss();
        });
    }

    @Override
    public boolean show(WindowSystem system, List<Box> strips) {
        var area = Screen.getPrimary().getVisualBounds();
        var size = layOut(area);
        double height = bar.heightFor(size.width()) + FRAME;
        var strip = new Box(0, size.height() - height, size.width(), height);
        var screen = new Box(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        var place = Placement.find(screen, wanted(screen, size), strip, strips);
        place.ifPresent(box -> map(system, box));
        return place.isPresent();
    }

    private Box wanted(Box screen, Box size) {
        return isNotice()
                ? Placement.corner(screen, size, isRightToLeft(prompt.wording().title()))
                : Placement.middle(screen, size);
    }

    @Override
    public Box strip() {
        double top = stage.getY() + stage.getHeight() - bar.height() - FRAME;
        return new Box(stage.getX(), top, stage.getWidth(), bar.height() + FRAME);
    }

    @Override
    public void close() {
        stage.close();
    }

    private Scene scene() {
        var root = new VBox(view.node(), bar.node());
        root.getStyleClass().add(isNotice() ? "notice" : "prompt");
        var scene = new Scene(root);
        Looks.dress(scene, PromptWindow.class, "prompt.css");
        if (isRightToLeft(prompt.wording().title())) {
            root.getStyleClass().add(Folding.RIGHT_TO_LEFT);
            scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        Keyboard.attach(scene, gate, isNotice() ? this::dismiss : this::deny, this::dismiss);
        return scene;
    }

    /// Gives the content its size.
    ///
    /// @return the size of the window with its frame
    private Box layOut(Rectangle2D area) {
        var root = (Region) stage.getScene().getRoot();
        root.applyCss();
        double room = area.getHeight() - FRAME;
        double width = Math.min(ownWidth, area.getWidth() - FRAME);
        if (heightFor(width) > room) {
            width = Math.min(COMPACT_WIDTH, area.getWidth() - FRAME);
            root.getStyleClass().add("compact");
            view.compact();
            root.applyCss();
        }
        double height = Math.min(heightFor(width), room);
        root.setPrefSize(width, height);
        return new Box(0, 0, width, height + FRAME);
    }

    private double heightFor(double width) {
        return Math.ceil(view.heightFor(width) + bar.heightFor(width));
    }

    private void map(WindowSystem system, Box place) {
        stage.setX(place.x());
        stage.setY(place.y());
        Mapping.show(stage, prompt.standing(), system, gate);
        bar.focusDefault();
    }

    @Override
    public void allow() {
        answered.accept(new Answer.Allowed(view.selections()));
    }

    @Override
    public void deny() {
        answered.accept(new Answer.Denied());
    }

    @Override
    public void dismiss() {
        answered.accept(new Answer.Dismissed());
    }

    private boolean isNotice() {
        return prompt.manner() == Manner.NOTICE;
    }

    private static boolean isRightToLeft(String text) {
        return !new java.text.Bidi(text, java.text.Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
                .baseIsLeftToRight();
    }
}
