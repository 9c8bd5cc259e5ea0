package org.gatehouse.prompt.fx.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.gatehouse.prompt.Answer.Selection;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.files.FileFilter;
import org.gatehouse.prompt.files.FileQuestion.Offer;

/// What the app lets the person choose beside the files: which are shown, and choices of its own.
final class Options {

    private static final double WIDEST = 300;

    final FlowPane node = new FlowPane();
    private final List<Supplier<Selection>> choices = new ArrayList<>();
    private Optional<FileFilter> filter;

    /// @param filtered told when another filter applies
    Options(Offer offer, Consumer<Optional<FileFilter>> filtered) {
        filter = first(offer);
        node.getStyleClass().add("options");
        if (!offer.filters().isEmpty()) {
            addFilters(offer, filtered);
        }
        offer.choices().forEach(this::addChoice);
        boolean any = !node.getChildren().isEmpty();
        node.setVisible(any);
        node.setManaged(any);
    }

    /// The filter that applies at first: the app's wish, else the first on offer.
    static Optional<FileFilter> first(Offer offer) {
        return offer.current().or(() -> offer.filters().stream().findFirst());
    }

    /// The filter that applies now.
    Optional<FileFilter> filter() {
        return filter;
    }

    List<Selection> selections() {
        return choices.stream().map(Supplier::get).toList();
    }

    private void addFilters(Offer offer, Consumer<Optional<FileFilter>> filtered) {
        var box = box(offer.filters(), FileFilter::label);
        box.getSelectionModel().select(Math.max(0, indexOf(offer)));
        box.valueProperty()
                .addListener((_, _, chosen) -> {
                    filter = Optional.ofNullable(chosen);
                    filtered.accept(filter);
                });
        addTitled("Show", box);
    }

    private static int indexOf(Offer offer) {
        return offer.current().map(offer.filters()::indexOf).orElse(0);
    }

    private void addChoice(Choice choice) {
        if (choice.isCheckBox()) {
            var box = new CheckBox(choice.label());
            box.setMnemonicParsing(false);
            box.setSelected(choice.selected().equals("true"));
            choices.add(() -> new Selection(choice.id(), Boolean.toString(box.isSelected())));
            node.getChildren().add(box);
            return;
        }
        var box = box(choice.options(), Choice.Option::label);
        choice.options().stream()
                .filter(option -> option.id().equals(choice.selected()))
                .findFirst()
                .ifPresent(box::setValue);
        choices.add(() -> new Selection(choice.id(), box.getValue().id()));
        addTitled(choice.label(), box);
    }

    private void addTitled(String title, ComboBox<?> box) {
        var label = new Label(title);
        label.setMnemonicParsing(false);
        label.getStyleClass().add("choice-title");
        label.setLabelFor(box);
        box.setAccessibleText(title);
        var pair = new HBox(label, box);
        pair.getStyleClass().add("option");
        node.getChildren().add(pair);
    }

    private static <T> ComboBox<T> box(
            List<T> values, java.util.function.Function<T, String> words) {
        var box = new ComboBox<T>();
        box.getItems().setAll(values);
        box.setMaxWidth(WIDEST);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        return box;
    }
}
