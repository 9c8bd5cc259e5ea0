package org.gatehouse.prompt.fx.files;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.gatehouse.prompt.Placement;
import org.gatehouse.prompt.Placement.Box;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.files.ChooserMemory;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.Gain;
import org.gatehouse.prompt.fx.ArmingGate;
import org.gatehouse.prompt.fx.FxWindow;
import org.gatehouse.prompt.fx.Looks;
import org.gatehouse.prompt.fx.Mapping;
import org.gatehouse.protocol.HostPath;

/// The window in which files are picked: its size, its place, its end.
final class ChooserWindow implements FxWindow {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 640;
    private static final double LEAST_WIDTH = 560;
    private static final double LEAST_HEIGHT = 340;

    /// What the window manager puts around a window, as far as that is known before it is shown.
    private static final double FRAME = 40;

    /// Where the answers are, at the lower edge.
    private static final double FOOT = 90;

    private final Asked asked;
    private final FileDesk desk;
    private final Consumer<FileAnswer> answered;
    private final Stage stage = new Stage();
    private final ChooserContent content;
    private final ArmingGate gate = new ArmingGate(stage, false);

    ChooserWindow(Asked asked, FileDesk desk, Consumer<FileAnswer> answered) {
        this.asked = asked;
        this.desk = desk;
        this.answered = answered;
        content = new ChooserContent(asked, desk, gate, this::answer);
        var scene = new Scene(content.node);
        Looks.dress(scene, ChooserWindow.class, "chooser.css");
        ChooserKeys.attach(scene, gate, content);
        stage.setTitle(asked.app().name() + " – " + Gain.question(asked.question().mode()));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(event -> {
            event.consume();
            answer(new FileAnswer.Cancelled());
        });
    }

    @Override
    public boolean show(WindowSystem system, List<Box> strips) {
        var area = Screen.getPrimary().getVisualBounds();
        var memory = asked.memory();
        double width = Math.min(usual(memory.width(), WIDTH), area.getWidth() - FRAME / 2);
        double height = Math.min(usual(memory.height(), HEIGHT), area.getHeight() - FRAME);
        var screen = new Box(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        var size = new Box(0, 0, width, height + FRAME);
        var strip = new Box(0, size.height() - FOOT, width, FOOT);
        var place = Placement.find(screen, Placement.middle(screen, size), strip, strips);
        place.ifPresent(box -> map(system, box, width, height));
        return place.isPresent();
    }

    private static double usual(double remembered, double otherwise) {
        return remembered > 0 ? remembered : otherwise;
    }

    private void map(WindowSystem system, Box place, double width, double height) {
        stage.setX(place.x());
        stage.setY(place.y());
        content.node.setPrefSize(width, height);
        Mapping.show(stage, asked.question().standing(), system, gate);
        content.start();
    }

    @Override
    public Box strip() {
        return new Box(
                stage.getX(), stage.getY() + stage.getHeight() - FOOT, stage.getWidth(), FOOT);
    }

    private void answer(FileAnswer answer) {
        remember(answer);
        answered.accept(answer);
    }

    /// The folder of an answer only: where somebody merely looked around is not remembered.
    private void remember(FileAnswer answer) {
        Optional<HostPath> folder =
                answer instanceof FileAnswer.Picked picked
                        ? Optional.of(picked.paths().getFirst().parent())
                        : asked.memory().folder();
        var memory =
                new ChooserMemory(
                        folder,
                        content.isGrid(),
                        content.order(),
                        content.node.getWidth(),
                        content.node.getHeight());
        var id = asked.question().standing().appId();
        Thread.ofPlatform().name("memory").start(() -> desk.memory().write(id, memory));
    }

    @Override
    public void close() {
        content.stop();
        stage.close();
    }
}
