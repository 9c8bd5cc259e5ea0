package org.gatehouse.prompt.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.fx.HeadlessScreen.fx;
import static org.gatehouse.prompt.fx.PromptSamples.MAPS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.gatehouse.prompt.Prompt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookTest {

    private HeadlessScreen screen;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        screen = new HeadlessScreen(temporary);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    static Stream<Prompt> everySample() {
        return Stream.of(
                PromptSamples.location(),
                PromptSamples.inFull(),
                PromptSamples.withLongWords(),
                PromptSamples.rightToLeft(),
                PromptSamples.location(
                        MAPS, "The app says: “" + "כי ככה זה (תמיד). ".repeat(20), ""),
                PromptSamples.notice(),
                PromptSamples.noticeWithALongName(),
                PromptSamples.noticeRightToLeft(),
                PromptSamples.spoofing());
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void fitsTheScreenAndKeepsItsButtonsInSight(Prompt prompt) {
        var stage = screen.show(prompt);

        var area = fx(() -> Screen.getPrimary().getVisualBounds());
        var allow = fx(() -> screen.node(stage, ".allow").localToScene(0, 0).getY());
        assertThat(stage.getHeight()).isLessThanOrEqualTo(area.getHeight());
        assertThat(stage.getWidth()).isLessThanOrEqualTo(area.getWidth());
        assertThat(allow).isBetween(0.0, stage.getScene().getHeight());
    }

    @Test
    void showsHostileTextAsHarmlessLines() {
        var stage = screen.show(PromptSamples.spoofing());

        assertThat(texts(stage))
                .contains("Allow <b>System Update</b> to use your location?")
                .allSatisfy(text ->
                        assertThat(text.codePoints())
                                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                                .noneMatch(Character::isISOControl))
                .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(1024));
    }

    @Test
    void setsTheAppsWordsApart() {
        var stage = screen.show(PromptSamples.location());

        var quoted = fx(() -> ((Labeled) screen.node(stage, ".quotation .words")).getText());
        var speaker = fx(() -> ((Labeled) screen.node(stage, ".quotation .speaker")).getText());
        assertThat(speaker).isEqualTo("The app says");
        assertThat(quoted).isEqualTo("“To show where you are on the map.”");
    }

    @Test
    void setsWordsThatNobodyMarkedApartAsWell() {
        var stage = screen.show(PromptSamples.location(MAPS, "The system needs this.", ""));

        assertThat(fx(() -> ((Labeled) screen.node(stage, ".quotation .words")).getText()))
                .isEqualTo("The system needs this.");
    }

    @Test
    void introducesTheAppByItsInstalledNameAndItsId() throws Exception {
        install("[Desktop Entry]\nName=Karten\nIcon=none\n");
        var stage = screen.show(PromptSamples.location());

        assertThat(texts(stage)).contains("Karten", MAPS);
        assertThat(stage.getTitle()).startsWith("Karten");
    }

    @Test
    void drawsANeutralSignForAnAppWithoutAnIcon() {
        var stage = screen.show(PromptSamples.location());

        assertThat(fx(() -> screen.node(stage, ".app-glyph"))).isNotNull();
    }

    @Test
    void drawsANeutralSignForAPictureThatIsNone() throws Exception {
        var icon = folder.resolve("icon.png");
        Files.writeString(icon, "GIF89a and nothing else");
        install("[Desktop Entry]\nName=Maps\nIcon=" + icon + "\n");

        var stage = screen.show(PromptSamples.location());

        assertThat(fx(() -> stage.getScene().lookup(".app-picture").lookup("ImageView"))).isNull();
        assertThat(
                        fx(() ->
                                stage.getScene().getRoot().lookupAll("*").stream()
                                        .noneMatch(ImageView.class::isInstance)))
                .isTrue();
    }

    @Test
    void runsFromRightToLeftWhereTheQuestionDoes() {
        var stage = screen.show(PromptSamples.rightToLeft());

        assertThat(screen.scene(stage).getNodeOrientation())
                .isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    }

    @Test
    void keepsTheButtonsOfTwoWindowsApart() {
        var one = screen.show(PromptSamples.location());
        var other = screen.show(PromptSamples.location("", "", ""));

        assertThat(fx(() -> buttons(one).intersects(buttons(other)))).isFalse();
    }

    private javafx.geometry.Bounds buttons(Stage stage) {
        var bar = screen.node(stage, ".buttons");
        return bar.localToScreen(bar.getLayoutBounds());
    }

    private void install(String entry) throws Exception {
        var applications = Files.createDirectories(folder.resolve("applications"));
        Files.writeString(applications.resolve(MAPS + ".desktop"), entry);
    }

    private static List<String> texts(Stage stage) {
        return fx(() ->
                stage.getScene().getRoot().lookupAll("*").stream()
                        .filter(Labeled.class::isInstance)
                        .map(LookTest::text)
                        .toList());
    }

    private static String text(Node node) {
        return ((Labeled) node).getText();
    }
}
