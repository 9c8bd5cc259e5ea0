package org.gatehouse.prompt.fx.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileAnswer.Picked;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FileQuestion;
import org.gatehouse.protocol.FileUri;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.testing.Await;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChooserWindowTest {

    private static final FileMode FILE = new FileMode.OpenFiles(false);

    @TempDir private Path root;

    private Home home;
    private HostPath documents;
    private @Nullable HeadlessChooser opened;

    @BeforeEach
    void fillHome() {
        home = new Home(root);
        documents = home.path("Documents");
    }

    @AfterEach
    void closeWindow() {
        if (opened != null) {
            opened.close();
        }
    }

    @Nested
    class TheWay {

        @Test
        void isTypedAfterCtrlL() {
            var window = open(FILE);

            window.typeWith(KeyCode.CONTROL, KeyCode.L);
            window.typeText("notes.txt");
            window.type(KeyCode.ENTER);

            assertThat(uris(window)).containsExactly(uri("notes.txt"));
        }

        @Test
        void isTypedFromTheRootAfterASlash() {
            var window = open(FILE);

            window.type(KeyCode.SLASH);
            window.typeText(home.folder.toString().substring(1) + "/Music");
            window.type(KeyCode.ENTER);

            window.awaitText("This folder is empty");
        }

        @Test
        void isCompletedByTab() {
            var window = open(FILE);

            window.typeWith(KeyCode.CONTROL, KeyCode.L);
            window.typeText("Man");
            window.awaitText("Manuscript.pdf");
            window.type(KeyCode.TAB, KeyCode.ENTER);

            assertThat(uris(window)).containsExactly(uri("Manuscript.pdf"));
        }

        @Test
        void isLeftByEscapeWhichLeavesTheWindowOpen() {
            var window = open(FILE);

            window.typeWith(KeyCode.CONTROL, KeyCode.L);
            window.type(KeyCode.ESCAPE);
            assertThat(window.answers).isEmpty();
            window.type(KeyCode.ESCAPE);

            window.awaitAnswer();
            assertThat(window.answers).containsExactly(new FileAnswer.Cancelled());
        }

        @Test
        void leadsUpAndBack() {
            var window = open(FILE);

            window.type(KeyCode.BACK_SPACE);
            window.awaitText("Downloads");
            window.typeWith(KeyCode.ALT, KeyCode.LEFT);

            window.awaitText("script.py");
        }
    }

    @Nested
    class TheList {

        @Test
        void showsHiddenFilesOnDemand() {
            var window = open(FILE);
            assertThat(window.texts()).doesNotContain(".hidden");

            window.typeWith(KeyCode.CONTROL, KeyCode.H);

            window.awaitText(".hidden");
        }

        @Test
        void isWorkedWithTheKeysAsAGridAsWell() {
            var window = open(FILE);
            window.typeWith(KeyCode.CONTROL, KeyCode.DIGIT2);

            window.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.ENTER);

            assertThat(uris(window)).containsExactly(uri("backup.tar.gz"));
        }

        @Test
        void isSortedByAClickOnAColumn() {
            var window = open(FILE);

            window.click(window.saying("Sort by Size"));
            window.click(window.saying("Sort by Size"));
            window.awaitText("Size  ▴");
            window.focusFiles();
            window.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);

            assertThat(uris(window)).containsExactly(uri("notes.txt"));
        }

        @Test
        void handsOverNamesThatAreNoText() throws IOException {
            var odd = documents.child("AAA\u00ff");
            Files.createFile(odd.toPath());
            var window = open(FILE);

            window.type(KeyCode.A, KeyCode.ENTER);

            assertThat(uris(window)).containsExactly(FileUri.of(odd));
        }

        @Test
        void showsTheFilesUsedLast() throws IOException {
            home.remember("notes.txt", "Documents/song.ogg");
            var window = open(FILE);

            window.click(window.place("Recent"));
            Await.until("the folder has gone", () -> !window.texts().contains("script.py"));
            window.awaitText("song.ogg");
            window.focusFiles();
            window.type(KeyCode.HOME, KeyCode.ENTER);

            assertThat(uris(window)).containsExactly(FileUri.of(home.path("notes.txt")));
        }

        @Test
        void saysInPlaceThatAFolderHasGone() {
            var window = open(Questions.of(FILE, home.path("gone")));

            window.awaitText("This folder is not there any more");
            assertThat(window.node(".allow").isDisabled()).isTrue();
        }
    }

    @Nested
    class TheAnswer {

        @Test
        void sendsFolderAndPermissionAsThePersonSetThem() {
            var window = open(new FileMode.OpenFolders(false));

            window.click(window.node(".writable"));
            window.awaitText(
                    "Writer will be able to read and change the folder “Documents” and everything"
                            + " in it.");
            window.awaitArmed();
            window.click(window.node(".allow"));

            assertThat(picked(window).paths()).containsExactly(documents);
            assertThat(picked(window).writable()).isTrue();
        }

        @Test
        void isReadOnlyOnceThatIsSet() {
            var window = open(FILE);

            window.click(window.saying("notes.txt"));
            window.awaitText(
                    "Writer will be able to read and change “notes.txt”, and no other file.");
            window.click(window.node(".writable"));
            window.click(window.node(".allow"));

            assertThat(picked(window).writable()).isFalse();
        }

        @Test
        void goesIntoAFolderBeforeItIsGiven() {
            var window = open(FILE);

            window.click(window.saying("Letters, folder"));
            window.click(window.node(".allow"));

            window.awaitText("This folder is empty");
            assertThat(window.answers).isEmpty();
        }
    }

    @Nested
    class AListOfChoices {

        private HeadlessChooser window;

        @BeforeEach
        void openList() {
            window = open(Questions.of(FILE, documents, Questions.MUCH, "Open"));
            window.click(window.saying("Show"));
            Await.until("the list is open", () -> window.windows() == 2);
        }

        @Test
        void isLeftByEscapeWithoutTheWindow() {
            window.type(KeyCode.ESCAPE);

            Await.until("the list is closed", () -> window.windows() == 1);
            assertThat(window.answers).isEmpty();
        }

        @Test
        void isWorkedWithTheKeys() {
            window.type(KeyCode.DOWN, KeyCode.ENTER);

            Await.until("only pictures are seen", () -> !window.texts().contains("script.py"));
            assertThat(window.texts()).contains("Holiday at the sea.jpg");
            assertThat(window.answers).isEmpty();
        }
    }

    @Nested
    class Saving {

        @Test
        void replacesOnlyAfterAQuestion() {
            var window = open(new FileMode.SaveFile("notes.txt"));

            window.type(KeyCode.ENTER);
            window.awaitText("Replace “notes.txt”?");
            window.type(KeyCode.ENTER); // not replacing is the default
            window.awaitArmed();
            window.type(KeyCode.ENTER);
            window.awaitText("Replace “notes.txt”?");
            window.awaitArmed();
            window.click(window.node(".panel .allow"));

            assertThat(uris(window)).containsExactly(uri("notes.txt"));
        }

        @Test
        void isNotDoneByASecondClickInThePlaceOfTheFirst() {
            var window = open(new FileMode.SaveFile("notes.txt"));

            window.doubleClick(window.node(".allow"));
            window.awaitText("Replace “notes.txt”?");
            window.click(window.node(".panel .allow"));

            assertThat(window.answers).isEmpty();
        }

        @Test
        void takesOverTheNameOfAFileThatIsClicked() {
            var window = open(new FileMode.SaveFile("new"));

            window.click(window.saying("script.py"));

            window.awaitText("Writer will be able to write “script.py” and to read it again.");
        }

        @Test
        void makesANewFolderAndGoesThere() {
            var window = open(new FileMode.SaveFile("new.odt"));

            window.click(window.saying("New folder"));
            window.awaitText("New folder");
            window.typeText("Poems");
            window.type(KeyCode.ENTER);
            window.awaitText("This folder is empty");
            window.awaitArmed();
            window.click(window.node(".allow"));

            assertThat(uris(window)).containsExactly(uri("Poems/new.odt"));
            assertThat(home.folder.resolve("Documents/Poems")).isDirectory();
        }

        @Test
        void saysWhyANameCannotBe() {
            var window = open(new FileMode.SaveFile(""));

            assertThat(window.node(".allow").isDisabled()).isTrue();
        }
    }

    @Test
    void remembersHowAndWhereItWasLookedAt() {
        var first = open(FILE);
        first.typeWith(KeyCode.CONTROL, KeyCode.DIGIT2);
        first.type(KeyCode.END, KeyCode.ENTER);
        first.awaitAnswer();
        first.close();
        var memory = home.folder.resolve(".local/state/gatehouse/file-chooser/" + Home.WRITER);
        Await.until("it is written down", () -> Files.exists(memory));

        var asked = Questions.of(FILE, documents);
        var anywhere = new FileQuestion.Start(Optional.empty(), Optional.empty());
        var second =
                open(
                        new FileQuestion(
                                asked.standing(), FILE, asked.words(), asked.offer(), anywhere));

        second.awaitText("script.py");
        assertThat(second.node(".tile")).isNotNull();
    }

    private HeadlessChooser open(FileMode mode) {
        return open(Questions.of(mode, documents));
    }

    private HeadlessChooser open(FileQuestion question) {
        var window = new HeadlessChooser(home.environment(), question);
        opened = window;
        window.awaitArmed();
        return window;
    }

    private static Picked picked(HeadlessChooser window) {
        window.awaitAnswer();
        return (Picked) window.answers.getFirst();
    }

    private static List<String> uris(HeadlessChooser window) {
        return picked(window).paths().stream().map(FileUri::of).toList();
    }

    private String uri(String name) {
        return FileUri.of(home.path("Documents")) + "/" + name;
    }
}
