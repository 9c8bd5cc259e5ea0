package org.gatehouse.prompt.fx.files;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gatehouse.prompt.files.Crumb;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FileNames;
import org.gatehouse.prompt.files.FolderView;
import org.gatehouse.prompt.files.Order;
import org.gatehouse.prompt.fx.ArmingGate;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// What is in the window, and what keys and clicks on it bring about.
final class ChooserContent
        implements Chooser.Panes, FilePane.Actions, ChooserKeys.Commands, PathEntry.Done {

    private static final Duration PATIENCE = Duration.millis(200);

    final StackPane node = new StackPane();
    private final Asked asked;
    private final FileDesk desk;
    private final Chooser chooser;
    private final PlacesPane places;
    private final Tools tools;
    private final PathBar path;
    private final PathEntry entry;
    private final FilePane files;
    private final PreviewPane preview;
    private final Message message = new Message();
    private final Overlay overlay;
    private final Foot foot;
    private final Answering answering;
    private final @Nullable NameRow name;
    private final Runnable cancel;
    private final PauseTransition slow = new PauseTransition(PATIENCE);

    ChooserContent(Asked asked, FileDesk desk, ArmingGate gate, Consumer<FileAnswer> answered) {
        this.asked = asked;
        this.desk = desk;
        var question = asked.question();
        var home = desk.places().home();
        var filter = Options.first(question.offer());
        var view = new FolderView(question.mode(), asked.memory().order(), false, filter);
        var loader = new Loader(desk.types(), desk.recent());
        var pictures = new FilePictures(desk.types(), new Pictures(desk.thumbnails()));
        chooser = new Chooser(loader, view, new Chooser.Start(firstFolder(), home), this);
        overlay = new Overlay(gate);
        places = new PlacesPane(question.mode() instanceof FileMode.OpenFiles, chooser::go);
        path = new PathBar(chooser, home);
        entry = new PathEntry(chooser, home, this);
        files = new FilePane(chooser, gate, pictures, this);
        preview = new PreviewPane(pictures);
        tools = new Tools(path, chooser, files, new NewFolder(chooser, overlay));
        var options = new Options(question.offer(), chooser::filter);
        cancel = () -> answered.accept(new FileAnswer.Cancelled());
        foot = new Foot(asked, options, gate, this::accept, cancel);
        answering = new Answering(chooser, foot, options, overlay, answered);
        name = question.mode() instanceof FileMode.SaveFile(var wish) ? nameRow(wish) : null;
        slow.setOnFinished(_ -> showSlowness());
        var list = new StackPane(files.node, message.node, entry.names);
        var panes = new ChooserLayout(path.node, places.node, list, preview.node);
        panes.arrange(node, head(), foot.node, overlay.node);
        tools.setGrid(asked.memory().grid());
    }

    private VBox head() {
        var head = new VBox(new Header(asked).node);
        if (name != null) {
            head.getChildren().add(name.node);
        }
        return head;
    }

    private HostPath firstFolder() {
        var start = asked.question().start();
        return start.file()
                .map(HostPath::parent)
                .or(start::folder)
                .or(asked.memory()::folder)
                .orElse(desk.places().home());
    }

    private NameRow nameRow(String proposed) {
        var row = new NameRow(proposed, this::picksChanged);
        asked.question().start().file().ifPresent(row::take);
        return row;
    }

    /// Begins to read, once the window is there.
    void start() {
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

    void stop() {
        slow.stop();
        chooser.stop();
    }

    boolean isGrid() {
        return files.isGrid();
    }

    Order order() {
        return chooser.view().order();
    }

    @Override
    public void loading() {
        path.show();
        places.showHere(chooser.spot());
        files.expectOthers();
        picksChanged();
        slow.playFromStart();
    }

    @Override
    public void showEntries() {
        slow.stop();
        files.show();
        tools.show();
        message.show(chooser.picks().entries().isEmpty() ? Emptiness.of(chooser) : "");
    }

    @Override
    public void showTrouble(String inWords) {
        slow.stop();
        files.show();
        message.show(inWords);
    }

    private void showSlowness() {
        chooser.picks().show(List.of());
        files.show();
        files.expectOthers();
        message.show("Reading the folder…");
    }

    @Override
    public void showPicks() {
        files.showPicks();
        picksChanged();
    }

    @Override
    public void picksChanged() {
        preview.show(chooser.picks().picked());
        var row = name;
        if (row == null) {
            foot.show(answering.names(), answering.isPossible());
            return;
        }
        boolean fits = row.fault().isEmpty();
        foot.show(fits ? List.of(FileNames.shown(row.name())) : List.of(), fits);
    }

    @Override
    public void clicked(Entry clicked) {
        var row = name;
        if (row != null && clicked.kind() == Entry.Kind.FILE) {
            row.take(clicked.path());
        }
    }

    @Override
    public void open(Entry opened, boolean counts) {
        if (opened.isFolder()) {
            chooser.go(opened.path());
        } else if (counts && chooser.view().isPickable(opened)) {
            accept();
        }
    }

    @Override
    public void accept(boolean counts) {
        if (counts && foot.isPossible()) {
            accept();
        }
    }

    @Override
    public void typePath(String begun) {
        path.replace(entry.field);
        entry.begin(begun);
    }

    @Override
    public void typed(HostPath typed, boolean counts) {
        answering.typed(typed, counts, name, entry::close);
    }

    @Override
    public void closed() {
        path.restore();
        files.node.requestFocus();
    }

    private void accept() {
        switch (chooser.mode()) {
            case FileMode.OpenFiles _, FileMode.OpenFolders _ -> answering.open();
            case FileMode.SaveFile _ -> Optional.ofNullable(name).ifPresent(answering::save);
            case FileMode.SaveFiles(var names) -> answering.saveAll(names);
        }
    }

    @Override
    public void escape() {
        if (overlay.isOpen()) {
            overlay.close();
        } else if (entry.isOpen()) {
            entry.close();
        } else {
            cancel.run();
        }
    }

    @Override
    public void enter(boolean counts) {
        @Nullable Node owner = node.getScene().getFocusOwner();
        if (overlay.isOpen()) {
            overlay.enter(owner);
        } else if (entry.field.isFocused()) {
            entry.enter(counts);
        } else if (files.node.isFocused() && files.hasCursor()) {
            files.enter(counts);
        } else if (owner instanceof Button button && !button.getStyleClass().contains("allow")) {
            button.fire();
        } else {
            accept(counts);
        }
    }

    @Override
    public boolean shortcut(KeyEvent event) {
        if (overlay.isOpen()) {
            return false;
        }
        if (event.isShortcutDown() && event.getCode() == javafx.scene.input.KeyCode.L) {
            typePath(Crumb.text(chooser.folder(), desk.places().home()));
            return true;
        }
        return tools.shortcut(event);
    }
}
