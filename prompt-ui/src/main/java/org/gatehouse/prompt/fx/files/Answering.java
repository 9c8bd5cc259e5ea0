package org.gatehouse.prompt.fx.files;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.gatehouse.prompt.files.Crumb;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FileNames;
import org.gatehouse.prompt.files.FreeNames;
import org.gatehouse.prompt.files.Spot;
import org.gatehouse.prompt.files.disk.FolderReader;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// What the window's OK means: an answer, a look into a folder, or a question back.
final class Answering {

    private final Chooser chooser;
    private final Foot foot;
    private final Options options;
    private final Overlay overlay;
    private final Consumer<FileAnswer> answered;

    Answering(
            Chooser chooser,
            Foot foot,
            Options options,
            Overlay overlay,
            Consumer<FileAnswer> answered) {
        this.chooser = chooser;
        this.foot = foot;
        this.options = options;
        this.overlay = overlay;
        this.answered = answered;
    }

    /// Whether OK has something to answer with, or a folder to look into.
    boolean isPossible() {
        boolean folder = chooser.picks().picked().stream().anyMatch(Entry::isFolder);
        boolean here = chooser.mode().picksFolders() && chooser.spot() instanceof Spot.Folder;
        return !chooser.pickedAnswers().isEmpty() || folder || here;
    }

    /// The names of what would be handed over now.
    List<String> names() {
        var picked = chooser.pickedAnswers();
        boolean here = picked.isEmpty() && chooser.mode().picksFolders() && isPossible();
        return here
                ? List.of(Crumb.way(chooser.folder(), chooser.home()).getLast().label())
                : picked.stream().map(Entry::label).toList();
    }

    /// A path that was typed: a folder to go to, a file to pick, or where to save.
    void typed(HostPath path, boolean counts, @Nullable NameRow row, Runnable done) {
        beside(
                () -> FolderReader.entry(path),
                entry -> {
                    done.run();
                    if (entry.isFolder()) {
                        chooser.go(path);
                    } else if (row != null) {
                        row.take(path);
                        chooser.go(path.parent());
                    } else if (counts && chooser.view().isPickable(entry)) {
                        answer(List.of(path));
                    } else {
                        chooser.reveal(path);
                    }
                });
    }

    /// OK for files that are there, or for folders.
    void open() {
        var picked = chooser.pickedAnswers();
        if (!picked.isEmpty()) {
            answer(picked.stream().map(Entry::path).toList());
        } else if (chooser.mode() instanceof FileMode.OpenFolders) {
            answer(List.of(chooser.folder()));
        } else {
            chooser.picks().picked().stream()
                    .filter(Entry::isFolder)
                    .findFirst()
                    .ifPresent(folder -> chooser.go(folder.path()));
        }
    }

    /// OK for a file to be written.
    void save(NameRow row) {
        var fault = row.fault();
        if (!fault.isEmpty()) {
            foot.showFault(fault);
            return;
        }
        var target = chooser.folder().child(row.name());
        beside(
                () -> Look.at(target),
                look -> {
                    switch (look) {
                        case FREE -> answer(List.of(target));
                        case FOLDER -> chooser.go(target);
                        case TAKEN -> confirm(target);
                        case CLOSED -> foot.showFault("You may not write into this folder");
                    }
                });
    }

    /// OK for the folder of several files to be written; none of them replaces one that is there.
    void saveAll(List<String> names) {
        var folder =
                chooser.pickedAnswers().stream()
                        .findFirst()
                        .map(Entry::path)
                        .orElse(chooser.folder());
        beside(
                () ->
                        Files.isWritable(folder.toPath())
                                ? FreeNames.of(names, name -> exists(folder.child(name)))
                                : List.<String>of(),
                free -> {
                    if (free.isEmpty()) {
                        foot.showFault("You may not write into this folder");
                    } else {
                        answer(free.stream().map(folder::child).toList());
                    }
                });
    }

    private void confirm(HostPath target) {
        overlay.confirm(
                "Replace “" + FileNames.shown(target.name()) + "”?",
                "A file of this name is there already. What is in it will be lost.",
                "Replace",
                () -> answer(List.of(target)));
    }

    private void answer(List<HostPath> paths) {
        answered.accept(
                new FileAnswer.Picked(
                        paths,
                        chooser.mode().isSaving() || foot.isWritable(),
                        options.selections(),
                        options.filter()));
    }

    /// What is at the place of a new file.
    private enum Look {
        FREE,
        TAKEN,
        FOLDER,
        CLOSED;

        static Look at(HostPath target) {
            var file = target.toPath();
            if (Files.isDirectory(file)) {
                return FOLDER;
            }
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return TAKEN;
            }
            return Files.isWritable(target.parent().toPath()) ? FREE : CLOSED;
        }
    }

    private static boolean exists(HostPath path) {
        return Files.exists(path.toPath(), LinkOption.NOFOLLOW_LINKS);
    }

    /// Looks at the disk on another thread, and goes on here.
    private static <T> void beside(java.util.function.Supplier<T> looking, Consumer<T> then) {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    var seen = looking.get();
                    Platform.runLater(() -> then.accept(seen));
                });
    }
}
