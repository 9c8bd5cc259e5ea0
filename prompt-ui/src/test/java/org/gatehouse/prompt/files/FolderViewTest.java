package org.gatehouse.prompt.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.files.Entries.file;
import static org.gatehouse.prompt.files.Entries.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gatehouse.prompt.files.Entry.Kind;
import org.gatehouse.prompt.files.FileFilter.Rule;
import org.gatehouse.prompt.files.Order.Column;
import org.junit.jupiter.api.Test;

class FolderViewTest {

    private static final FileTypes TYPES = GlobTypes.none();
    private static final FolderView OPENING =
            new FolderView(new FileMode.OpenFiles(false), Order.BY_NAME, false, Optional.empty());

    @Test
    void putsFoldersFirstAndCountsNumbersByTheirValue() {
        var all =
                List.of(
                        file("page 10"),
                        file("Page 9"),
                        file("page 010"),
                        folder("zoo"),
                        file("éclair"),
                        file("echo"),
                        file("fox"),
                        folder("Ants"));

        assertThat(OPENING.of(all, TYPES))
                .extracting(Entry::label)
                .containsExactly(
                        "Ants", "zoo", "echo", "éclair", "fox", "Page 9", "page 010", "page 10");
    }

    @Test
    void sortsByColumnsBothWays() {
        var all = List.of(file("a", 5, 30), file("b", 70, 20), file("c", 6, 10), folder("d"));
        var bySize = OPENING.with(OPENING.order().after(Column.SIZE));

        assertThat(bySize.of(all, TYPES))
                .extracting(Entry::label)
                .containsExactly("d", "b", "c", "a");
        assertThat(bySize.with(bySize.order().after(Column.SIZE)).of(all, TYPES))
                .extracting(Entry::label)
                .containsExactly("d", "a", "c", "b");
        assertThat(OPENING.with(new Order(Column.MODIFIED, true)).of(all, TYPES))
                .extracting(Entry::label)
                .containsExactly("d", "c", "b", "a");
    }

    /// A comparison that contradicts itself makes sorting throw.
    @Test
    void sortsAnythingWithoutContradiction() {
        var random = new Random(20261126);
        for (int round = 0; round < 200; round++) {
            var all = new ArrayList<Entry>();
            for (int i = 0; i < 100; i++) {
                all.add(file(name(random)));
            }
            var sorted = OPENING.of(all, TYPES);
            Collections.shuffle(all, random);

            assertThat(OPENING.of(all, TYPES)).as("seed 20261126").isEqualTo(sorted);
        }
    }

    private static String name(Random random) {
        var letters = "aAéE019 ._-z";
        var name = new StringBuilder("n");
        for (int i = random.nextInt(6); i >= 0; i--) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        return name + "x";
    }

    @Test
    void hidesWhatIsHiddenUnlessAsked() {
        var all = List.of(file(".profile"), file("notes~"), file("notes"), folder(".config"));

        assertThat(OPENING.of(all, TYPES)).extracting(Entry::label).containsExactly("notes");
        assertThat(OPENING.showingHidden(true).of(all, TYPES)).hasSize(4);
    }

    @Test
    void filtersFilesAndNeverFolders() {
        var all = List.of(file("a.png"), file("b.txt"), folder("c"));
        var filter = new FileFilter("Pictures", List.of(new Rule.Glob("*.png")));

        assertThat(OPENING.with(Optional.of(filter)).of(all, TYPES))
                .extracting(Entry::label)
                .containsExactly("c", "a.png");
    }

    @Test
    void picksOnlyWhatCanBeHandedOver() {
        var pipe = Entries.of("pipe", Kind.OTHER, 0, 0);
        var folders =
                new FolderView(
                        new FileMode.OpenFolders(false), Order.BY_NAME, false, Optional.empty());

        assertThat(OPENING.isPickable(file("a"))).isTrue();
        assertThat(OPENING.isPickable(folder("b"))).isFalse();
        assertThat(OPENING.isPickable(pipe)).isFalse();
        assertThat(folders.isPickable(folder("b"))).isTrue();
        assertThat(folders.isPickable(file("a"))).isFalse();
    }
}
