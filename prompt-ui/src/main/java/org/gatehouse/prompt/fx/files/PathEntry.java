package org.gatehouse.prompt.fx.files;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.TypedPath;
import org.gatehouse.prompt.files.disk.FolderReader;
import org.gatehouse.prompt.files.disk.FolderTrouble;
import org.gatehouse.protocol.HostPath;

/// A field to type a path in, with the names beneath it that it may become.
///
/// The names lie over the list and not in a window of their own, which would cover the buttons.
final class PathEntry {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    final TextField field = new TextField();
    final VBox names = new VBox();
    private final Chooser chooser;
    private final HostPath home;
    private final Done done;
    private List<Entry> completions = List.of();
    private Optional<HostPath> readFolder = Optional.empty();
    private List<Entry> inFolder = List.of();
    private int chosen = -1;

    /// What becomes of a typed path.
    interface Done {

        /// @param counts whether it may be taken for the answer
        void typed(HostPath path, boolean counts);

        void closed();
    }

    PathEntry(Chooser chooser, HostPath home, Done done) {
        this.chooser = chooser;
        this.home = home;
        this.done = done;
        field.setAccessibleText("Path");
        field.setPromptText("/path/to/file, or ~/file");
        field.textProperty().subscribe(_ -> complete());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        names.getStyleClass().add("completions");
        names.setMaxHeight(Region.USE_PREF_SIZE);
        names.setVisible(false);
    }

    boolean isOpen() {
        return field.getScene() != null;
    }

    /// Ready to be typed in.
    void begin(String text) {
        readFolder = Optional.empty();
        field.setText(text);
        field.requestFocus();
        field.end();
    }

    void close() {
        names.setVisible(false);
        done.closed();
    }

    /// Enter.
    void enter(boolean counts) {
        if (chosen >= 0) {
            take(completions.get(chosen));
        } else {
            typed().flatMap(TypedPath::whole).ifPresent(path -> done.typed(path, counts));
        }
    }

    private Optional<TypedPath> typed() {
        var text = field.getText();
        return text.isEmpty() ? Optional.empty() : TypedPath.of(text, home, chooser.folder());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case TAB -> {
                if (!completions.isEmpty()) {
                    event.consume();
                    extend();
                }
            }
            case DOWN -> choose(event, 1);
            case UP -> choose(event, -1);
            default -> {}
        }
    }

    private void choose(KeyEvent event, int step) {
        event.consume();
        if (!completions.isEmpty()) {
            chosen = Math.floorMod(chosen + 1 + step, completions.size() + 1) - 1;
            showChosen();
        }
    }

    private void showChosen() {
        for (int i = 0; i < names.getChildren().size(); i++) {
            names.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
        }
    }

    /// Types as much as all names have in common; the whole if there is only one.
    private void extend() {
        if (chosen >= 0 || completions.size() == 1) {
            take(completions.get(Math.max(0, chosen)));
        } else {
            typed().ifPresent(path -> replaceRest(path.common(completions)));
        }
    }

    private void take(Entry entry) {
        replaceRest(entry.label() + (entry.isFolder() ? "/" : ""));
    }

    private void replaceRest(String rest) {
        var text = field.getText();
        field.setText(text.substring(0, text.lastIndexOf('/') + 1) + rest);
        field.end();
    }

    /// Reads the folder on another thread, once as long as it is the same.
    private void complete() {
        var path = typed();
        if (path.isEmpty()) {
            offer(List.of());
            return;
        }
        var folder = path.get().folder();
        if (readFolder.equals(Optional.of(folder))) {
            offer(path.get().completions(inFolder));
            return;
        }
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    var entries = entries(folder);
                    Platform.runLater(() -> read(folder, entries));
                });
    }

    private void read(HostPath folder, List<Entry> entries) {
        var path = typed();
        if (path.isPresent() && path.get().folder().equals(folder)) {
            readFolder = Optional.of(folder);
            inFolder = entries;
            offer(path.get().completions(entries));
        }
    }

    private List<Entry> entries(HostPath folder) {
        try {
            return FolderReader.read(folder, _ -> {}).stream()
                    .filter(entry -> entry.isFolder() || chooser.view().isPickable(entry))
                    .sorted(org.gatehouse.prompt.files.Order.BY_NAME.comparator())
                    .toList();
        } catch (FolderTrouble e) {
            return List.of(); // nothing to complete with
        }
    }

    private void offer(List<Entry> offered) {
        completions = offered;
        chosen = -1;
        names.getChildren().setAll(offered.stream().map(this::row).toList());
        names.setVisible(!offered.isEmpty() && isOpen());
    }

    private Button row(Entry entry) {
        var button = new Button(entry.label() + (entry.isFolder() ? "/" : ""));
        button.setMnemonicParsing(false);
        Words.mark(button, entry.label());
        button.setFocusTraversable(false);
        button.getStyleClass().setAll("completion");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> take(entry));
        return button;
    }
}
