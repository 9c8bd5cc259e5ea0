package org.gatehouse.prompt.fx.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.Sanitiser;
import org.gatehouse.prompt.files.Entry;

/// A closer look at what is picked: picture or first lines, kind, size, time.
final class PreviewPane {

    static final double WIDTH = 208;
    private static final double SIDE = 176;
    private static final int FIRST_BYTES = 2048;
    private static final int FIRST_LINES = 14;

    final VBox node = new VBox();
    private final StackPane picture = new StackPane();
    private final Label name = label("preview-name");
    private final Label facts = label("preview-facts");
    private final Label text = label("preview-text");
    private final FilePictures pictures;
    private Optional<Entry> shown = Optional.empty();

    PreviewPane(FilePictures pictures) {
        this.pictures = pictures;
        picture.getStyleClass().add("preview-picture");
        node.getStyleClass().add("preview");
        node.setMinWidth(WIDTH);
        node.setMaxWidth(WIDTH);
        node.getChildren().addAll(picture, name, facts, text);
        show(List.of());
    }

    /// Shows the one that is picked; how many if there are several.
    void show(List<Entry> picked) {
        var one = picked.size() == 1 ? Optional.of(picked.getFirst()) : Optional.<Entry>empty();
        if (one.isPresent() && one.equals(shown)) {
            return;
        }
        shown = one;
        text.setText("");
        if (one.isEmpty()) {
            picture.getChildren().clear();
            showPicture(false);
            name.setText(picked.isEmpty() ? "" : picked.size() + " picked");
            facts.setText(
                    picked.isEmpty()
                            ? ""
                            : Measures.size(picked.stream().mapToLong(Entry::size).sum()));
            return;
        }
        show(one.get());
    }

    private void show(Entry entry) {
        picture.getChildren().setAll(pictures.close(entry, SIDE));
        showPicture(true);
        Words.put(name, entry.label(), SIDE);
        var type = pictures.type(entry);
        facts.setText(
                entry.isFolder()
                        ? "Folder\nChanged " + Measures.time(entry.modified())
                        : type
                                + "\n"
                                + Measures.size(entry.size())
                                + "\nChanged "
                                + Measures.time(entry.modified()));
        if (entry.kind() == Entry.Kind.FILE && type.startsWith("text/")) {
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        var lines = firstLines(entry);
                        Platform.runLater(() -> {
                            if (shown.equals(Optional.of(entry))) {
                                Words.put(text, lines, SIDE);
                            }
                        });
                    });
        }
    }

    private void showPicture(boolean shows) {
        picture.setVisible(shows);
        picture.setManaged(shows);
    }

    /// Sanitised line by line, like all text of strangers.
    private static String firstLines(Entry entry) {
        try (var in = Files.newInputStream(entry.path().toPath())) {
            return new String(in.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .limit(FIRST_LINES)
                    .map(line -> Sanitiser.line(line, ""))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "";
        }
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.setMnemonicParsing(false);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
