package org.gatehouse.settings.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.settings.fx.HeadlessSettings.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.RunningApp;
import org.gatehouse.settings.RunningApp.State;
import org.gatehouse.settings.fake.FakePermissions;
import org.gatehouse.settings.fake.Samples;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningAppsOnScreenTest {

    private static final String STOP = "stop org.gnome.clocks 1201";

    private final FakePermissions permissions = new FakePermissions(Samples.usual());
    private HeadlessSettings screen;

    @BeforeEach
    void open(@TempDir Path folder) {
        screen = new HeadlessSettings(folder, permissions);
        screen.awaitText("Weather");
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private List<RunningApp> without(String instance) {
        return permissions.now().running().stream()
                .filter(each -> !each.instance().equals(instance))
                .toList();
    }

    @Test
    void thoseWithoutAWindowAreSeenWithTheirOwnWords() {
        screen.go(new Page.Now());

        screen.awaitText("Running without a window");
        assertThat(screen.texts())
                .contains(
                        "Clocks",
                        "Since yesterday, 14:20 · started at login",
                        "The app says: “Counting down: 12 minutes”",
                        RunningLine.WHAT_STOP_DOES)
                .doesNotContain("With a window");
    }

    @Test
    void anAppsPageSaysThatItHasAWindowAndOffersNoStop() {
        screen.go(new Page.App(Samples.MAPS, ""));

        screen.awaitText("Running now");
        assertThat(screen.texts()).contains("With a window").doesNotContain("Stop");
    }

    @Test
    void aProgramThatIsNotSandboxedIsListedAndLeftAlone() {
        var host = new AppKey("host", "org.example.Sync");
        permissions.runs(
                List.of(new RunningApp(host, "1", "Sync", State.BACKGROUND, "", 0, false)));

        screen.go(new Page.Now());

        screen.awaitText("Sync");
        assertThat(screen.texts())
                .anyMatch(text -> text.endsWith("not sandboxed"))
                .doesNotContain("Stop", RunningLine.WHAT_STOP_DOES);
    }

    @Test
    void areStoppedWithAClick() {
        screen.go(new Page.Now());

        screen.click(screen.saying("Stop Clocks"));
        screen.awaitText("Clocks is asked to end");
        permissions.runs(without("1201"));

        Await.until("it has gone", () -> !screen.texts().contains("Clocks"));
        assertThat(permissions.calls).startsWith(STOP);
    }

    @Test
    void areStoppedWithTheKeyboardAndASecondPressStopsNobodyElse() {
        screen.go(new Page.Now());
        HeadlessSettings.run(() -> screen.saying("Right now").requestFocus());
        for (int presses = 0; presses < 20 && !isFocused("Stop Clocks"); presses++) {
            screen.type(KeyCode.TAB);
        }
        assertThat(isFocused("Stop Clocks")).isTrue();

        screen.type(KeyCode.SPACE, KeyCode.SPACE);

        screen.awaitText("Stopping…");
        assertThat(isFocused("Stopping Clocks")).isTrue();
        assertThat(permissions.calls).containsExactly(STOP);
    }

    private boolean isFocused(String says) {
        return fx(() -> {
            var owner = screen.stage.getScene().getFocusOwner();
            return owner != null && says.equals(owner.getAccessibleText());
        });
    }

    @Test
    void aButtonStaysTheSameWhileOthersComeAndTheWordsChange() {
        screen.go(new Page.Now());
        var button = screen.saying("Stop Clocks");
        var clocks = permissions.now().runningOf(Samples.CLOCKS).getFirst();
        var busier =
                new RunningApp(
                        clocks.key(),
                        clocks.instance(),
                        clocks.name(),
                        State.BACKGROUND,
                        "Ringing",
                        clocks.since(),
                        true);

        permissions.runs(Stream.concat(Stream.of(busier), without("1201").stream()).toList());

        screen.awaitText("The app says: “Ringing”");
        assertThat(screen.saying("Stop Clocks")).isSameAs(button);
    }

    @Test
    void haveRoomForTheirButtonsInANarrowWindow() {
        screen.size(420, 340);
        screen.go(new Page.Now());

        var button = screen.saying("Stop " + permissions.now().app(Samples.LONG).name());

        double right = fx(() -> button.localToScene(button.getLayoutBounds()).getMaxX());
        assertThat(right).isLessThan(fx(() -> screen.stage.getScene().getWidth()));
    }
}
