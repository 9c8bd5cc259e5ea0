package org.gatehouse.prompt.fx.files;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.gatehouse.prompt.Placement;
import org.gatehouse.prompt.Placement.Box;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FolderView;
import org.gatehouse.prompt.files.Gain;
import org.gatehouse.prompt.files.Order;
import org.gatehouse.prompt.fx.ArmingGate;
import org.gatehouse.prompt.fx.FxWindow;
import org.gatehouse.prompt.fx.Looks;
import org.gatehouse.prompt.fx.Mapping;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// The window in which files are picked.
final class ChooserWindow
        implements FxWindow, Chooser.Panes, FilePane.Actions, ChooserKeys.Commands {

    private static final double WIDTH = 940;
    private static final double HEIGHT = 620;
    private static final double FRAME = 40;
    private static final double FOOT = 90;
    private static final Duration PATIENCE = Duration.millis(200);

    private final Asked asked;
    private final FileDesk desk;
    private final Consumer<FileAnswer> answered;
    private final Stage stage = new Stage();
    private final ArmingGate gate = new ArmingGate(stage, false);
    private final Chooser chooser;
    private final PlacesPane places;
    private final PathBar path;
    private final FilePane files;
    private final Label message = new Label();
    private final Overlay overlay = new Overlay(gate);
    private final Foot foot;
    private final Answering answering;
    private final @Nullable NameRow name;
    private final PauseTransition slow = new PauseTransition(PATIENCE);

    ChooserWindow(Asked asked, FileDesk desk, Consumer<FileAnswer> answered) {
        this.asked = asked;
        this.desk = desk;
        this.answered = answered;
        var question = asked.question();
        var options = new Options(question.offer(), filter -> chooser().filter(filter));
        var view =
                new FolderView(
                        question.mode(), Order.BY_NAME, false, Options.first(question.offer()));
        chooser = new Chooser(new Loader(desk.types()), view, start(), this);
        places = new PlacesPane(chooser::go);
        path = new PathBar(chooser, desk.places().home());
        files = new FilePane(chooser, gate, new FilePictures(desk.types()), this);
        foot = new Foot(asked, options, gate, this::accept, this::cancel);
        answering = new Answering(chooser, foot, options, overlay, answered);
        name =
                question.mode() instanceof FileMode.SaveFile(var proposed)
                        ? nameRow(proposed)
                        : null;
        slow.setOnFinished(_ -> showMessage("Reading the folder…"));
        stage.setTitle(asked.app().name() + " – " + Gain.question(question.mode()));
        stage.setScene(scene());
        stage.setOnCloseRequest(event -> {
            event.consume();
            cancel();
        });
    }

    private Chooser chooser() {
        return chooser;
    }

    private NameRow nameRow(String proposed) {
        var row = new NameRow(proposed, this::showPicks);
        asked.question().start().file().ifPresent(row::take);
        return row;
    }

    private HostPath start() {
        var start = asked.question().start();
        return start.file().map(HostPath::parent).or(start::folder).orElse(desk.places().home());
    }

    private Scene scene() {
        path.add(Signs.LIST, "As a list", () -> files.setGrid(false));
        path.add(Signs.GRID, "As a grid", () -> files.setGrid(true));
        message.getStyleClass().add("message");
        message.setWrapText(true);
        message.setMouseTransparent(true);
        var center = new StackPane(files.node, message);
        VBox.setVgrow(center, Priority.ALWAYS);
        var right = new VBox(path.node, center);
        HBox.setHgrow(right, Priority.ALWAYS);
        var middle = new HBox(places.node, right);
        middle.getStyleClass().add("middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        var column = new VBox(new Header(asked).node);
        if (name != null) {
            column.getChildren().add(name.node);
        }
        column.getChildren().addAll(middle, foot.node);
        var root = new StackPane(column, overlay.node);
        root.getStyleClass().add("chooser");
        var scene = new Scene(root);
        Looks.dress(scene, ChooserWindow.class, "chooser.css");
        ChooserKeys.attach(scene, gate, this);
        return scene;
    }

    @Override
    public boolean show(WindowSystem system, List<Box> strips) {
        var area = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, area.getWidth() - FRAME / 2);
        double height = Math.min(HEIGHT, area.getHeight() - FRAME);
        var screen = new Box(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        var size = new Box(0, 0, width, height + FRAME);
        var strip = new Box(0, size.height() - FOOT, width, FOOT);
        var place = Placement.find(screen, Placement.middle(screen, size), strip, strips);
        place.ifPresent(box -> map(system, box, width, height));
        return place.isPresent();
    }

    private void map(WindowSystem system, Box place, double width, double height) {
        stage.setX(place.x());
        stage.setY(place.y());
        ((StackPane) stage.getScene().getRoot()).setPrefSize(width, height);
        Mapping.show(stage, asked.question().standing(), system, gate);
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    var all = desk.places().all();
                    Platform.runLater(() -> places.show(all));
                });
        chooser.load();
        if (name != null) {
            name.focus();
        } else {
            files.node.requestFocus();
        }
    }

    @Override
    public Box strip() {
        return new Box(
                stage.getX(), stage.getY() + stage.getHeight() - FOOT, stage.getWidth(), FOOT);
    }

    @Override
    public void close() {
        chooser.stop();
        stage.close();
    }

    @Override
    public void loading() {
        path.show();
        places.showHere(chooser.folder());
        slow.playFromStart();
    }

    @Override
    public void showEntries() {
        slow.stop();
        files.show();
        boolean empty = chooser.picks().entries().isEmpty();
        showMessage(empty ? "Nothing to show here" : "");
    }

    @Override
    public void showTrouble(String inWords) {
        slow.stop();
        files.show();
        showMessage(inWords);
    }

    private void showMessage(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
    }

    @Override
    public void showPicks() {
        files.showPicks();
        picksChanged();
    }

    @Override
    public void picksChanged() {
        var row = name;
        var answers = chooser.pickedAnswers();
        if (row == null) {
            boolean folder = chooser.picks().picked().stream().anyMatch(Entry::isFolder);
            boolean here = chooser.mode().picksFolders();
            foot.show(answers.size(), !answers.isEmpty() || folder || here);
            return;
        }
        foot.show(1, row.fault().isEmpty());
    }

    @Override
    public void open(Entry entry, boolean counts) {
        if (entry.isFolder()) {
            chooser.go(entry.path());
        } else if (counts && chooser.view().isPickable(entry)) {
            accept();
        }
    }

    @Override
    public void typePath(String begun) {
        // comes with the field for it
    }

    private void accept() {
        switch (chooser.mode()) {
            case FileMode.OpenFiles _, FileMode.OpenFolders _ -> answering.open();
            case FileMode.SaveFile _ -> Optional.ofNullable(name).ifPresent(answering::save);
            case FileMode.SaveFiles(var names) -> answering.saveAll(names);
        }
    }

    private void cancel() {
        answered.accept(new FileAnswer.Cancelled());
    }

    @Override
    public void escape() {
        if (overlay.isOpen()) {
            overlay.close();
        } else {
            cancel();
        }
    }

    @Override
    public void enter(boolean counts) {
        @Nullable Node owner = stage.getScene().getFocusOwner();
        if (overlay.isOpen()) {
            overlay.enter();
        } else if (files.node.isFocused()) {
            files.enter(counts);
        } else if (owner instanceof Button button && !button.getStyleClass().contains("allow")) {
            button.fire();
        } else if (counts && foot.isPossible()) {
            accept();
        }
    }

    @Override
    public boolean shortcut(KeyEvent event) {
        return false;
    }
}
