package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.service.Portal.HANDLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.prompt.service.FilePortal;
import org.gatehouse.prompt.service.FilePortal.Outcome;
import org.gatehouse.prompt.service.Portal;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The file chooser on a real X server: openbox, xdotool, a private bus. One prompt process serves
/// all tests, as it does in a session.
class PickingFilesTest {

    private static final Duration ARMED = Duration.ofMillis(1500);
    private static final int ATTEMPTS = 10;

    private static Desktop desktop;

    private Portal portal;
    private FilePortal files;
    private Path folder;
    private CompletableFuture<Outcome> pending = new CompletableFuture<>();
    private String window = "";
    private int[] size = {};

    @BeforeAll
    static void startDesktop() {
        desktop = new Desktop();
        var _ = desktop.prompt();
    }

    @AfterAll
    static void endDesktop() {
        desktop.close();
    }

    @BeforeEach
    void start() throws IOException {
        portal = Portal.on(desktop.session);
        files = new FilePortal(portal);
        Await.until(
                "the prompt role is there",
                () -> portal.bus.peers().owner(PromptRole.NAME).isPresent());
        folder = Files.createTempDirectory(desktop.session.folder(), "maps");
        for (var name : List.of("a.map", "b.map", "c.map")) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.createDirectory(folder.resolve("older"));
    }

    @AfterEach
    void end() {
        portal.close();
        Await.until("the windows are gone", () -> desktop.windows().isEmpty());
    }

    @Test
    void theKeysPickOneFile() {
        open(Map.of());

        pressUntilAnswered("Home", "Down", "Return");

        assertThat(pending.join().code()).isZero();
        assertThat(pending.join().uris()).containsExactly(uri("a.map"));
        assertThat(pending.join().value("writable")).isEqualTo(true);
        assertThat(pending.join().choices()).isEmpty();
    }

    @Test
    void lettersPickTheNameThatBeginsWithThem() {
        open(Map.of());

        pressUntilAnswered("c", "Return");

        assertThat(pending.join().uris()).containsExactly(uri("c.map"));
    }

    @Test
    void theKeysPickSeveral() {
        open(Map.of("multiple", new Variant<>(true)));

        pressUntilAnswered("End", "shift+Up", "Return");

        assertThat(pending.join().uris()).containsExactly(uri("b.map"), uri("c.map"));
    }

    @Test
    void thePointerPicks() {
        open(Map.of());

        clickUntilAnswered(rowOf(1), okButton());

        assertThat(pending.join().code()).isZero();
        assertThat(pending.join().uris()).containsExactly(uri("a.map"));
    }

    @Test
    void aDoubleClickPicksAndEnterGoesIntoFolders() {
        open(Map.of());

        pressUntilSettled("Home", "Return");
        desktop.xdotool("key", "BackSpace");
        doubleClickUntilAnswered(rowOf(3));

        assertThat(pending.join().uris()).containsExactly(uri("c.map"));
    }

    @Test
    void aDoubleClickBeforeItsTimePicksNothing() {
        open(Map.of());

        doubleClick(rowOf(1));

        passTime(Duration.ofMillis(400));
        assertThat(pending).isNotDone();
    }

    @Test
    void aKeyThatIsHeldPicksNothing() {
        open(Map.of());

        desktop.xdotool("key", "Down", "Down");
        desktop.xdotool("keydown", "Return");
        passTime(ARMED);
        desktop.xdotool("keyup", "Return");

        passTime(Duration.ofMillis(300));
        assertThat(pending).isNotDone();
    }

    @Test
    void aWholeFolderIsReadOnlyAtFirst() {
        open(Map.of("directory", new Variant<>(true)));

        clickUntilAnswered(okButton());

        assertThat(pending.join().uris())
                .containsExactly(folder.toUri().toString().replaceAll("/$", ""));
        assertThat(pending.join().value("writable")).isEqualTo(false);
    }

    @Test
    void filtersAndChoicesComeBack() {
        var maps = new Object[] {"Maps", List.<Object[]>of(glob("*.map"))};
        var second = new Object[] {"B only", List.<Object[]>of(glob("b*"))};
        open(
                Map.of(
                        "filters",
                        new Variant<>(List.of(maps, second), "a(sa(us))"),
                        "current_filter",
                        new Variant<>(second, "(sa(us))"),
                        "choices",
                        new Variant<>(
                                List.<Object[]>of(
                                        new Object[] {"big", "Big letters", List.of(), "true"}),
                                "a(ssa(ss)s)")));

        pressUntilAnswered("End", "Return");

        assertThat(pending.join().uris()).containsExactly(uri("b.map"));
        assertThat(pending.join().choices()).containsExactly("big=true");
        assertThat(((Object[]) pending.join().value("current_filter"))[0]).isEqualTo("B only");
    }

    @Test
    void theButtonsAnswerAgainOnceAnotherFilterWasChosen() {
        var maps = new Object[] {"Maps", List.<Object[]>of(glob("*.map"))};
        var second = new Object[] {"A only", List.<Object[]>of(glob("a*"))};
        open(Map.of("filters", new Variant<>(List.of(maps, second), "a(sa(us))")));

        click(new int[] {116, size[1] - 82});
        desktop.xdotool("key", "Down", "Return");
        pressUntilAnswered("shift+Tab", "End", "Return");

        assertThat(pending.join().uris()).containsExactly(uri("a.map"));
    }

    @Test
    void aFileIsSavedUnderTheProposedName() {
        save(Map.of("current_name", new Variant<>("new.map")));

        pressUntilAnswered("Return");

        assertThat(pending.join().code()).isZero();
        assertThat(pending.join().uris()).containsExactly(uri("new.map"));
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyOnceThatIsConfirmed() {
        save(Map.of("current_name", new Variant<>("a.map")));

        pressUntilSettled("Return");
        desktop.xdotool("key", "Return");
        passTime(Duration.ofMillis(300));
        assertThat(pending).isNotDone();
        pressUntilSettled("Return");
        passTime(ARMED);
        desktop.xdotool("key", "Tab", "space");

        assertThat(pending.join().uris()).containsExactly(uri("a.map"));
    }

    @Test
    void severalFilesGetNamesThatAreFree() {
        pending =
                files.saveAll(
                        HANDLE,
                        with(
                                Map.of(
                                        "files",
                                        new Variant<>(
                                                List.of(
                                                        "x.map\0"
                                                                .getBytes(
                                                                        java.nio.charset
                                                                                .StandardCharsets
                                                                                .UTF_8),
                                                        "a.map\0"
                                                                .getBytes(
                                                                        java.nio.charset
                                                                                .StandardCharsets
                                                                                .UTF_8)),
                                                "aay"))));
        awaitWindow();

        clickUntilAnswered(okButton());

        assertThat(pending.join().uris()).containsExactly(uri("x.map"), uri("a%20(1).map"));
    }

    @Test
    void escapeCancels() {
        open(Map.of());

        desktop.activate(window);
        desktop.xdotool("key", "Escape");

        assertThat(pending.join().code()).isEqualTo(1);
        assertThat(pending.join().results()).isEmpty();
    }

    @Test
    void closingTheWindowCancels() {
        open(Map.of());

        desktop.run("wmctrl", "-i", "-c", window);

        assertThat(pending.join().code()).isEqualTo(1);
    }

    @Test
    void thePortalsCloseTakesTheWindowAway() {
        open(Map.of());

        portal.closeRequest(HANDLE);

        assertThat(pending.join().code()).isEqualTo(2);
        assertThat(pending.join().results()).isEmpty();
    }

    @Test
    void theWindowIsAProperDialog() {
        open(Map.of());

        assertThat(desktop.property(window, "_NET_WM_WINDOW_TYPE")).contains("_TYPE_DIALOG");
        assertThat(desktop.property(window, "WM_CLASS")).contains("gatehouse-prompt");
        assertThat(desktop.property(window, "_NET_WM_NAME")).contains("Choose a file to open");
    }

    private static Object[] glob(String pattern) {
        return new Object[] {new org.freedesktop.dbus.types.UInt32(0), pattern};
    }

    private String uri(String name) {
        return "file://" + folder + "/" + name;
    }

    private Map<String, Variant<?>> with(Map<String, Variant<?>> more) {
        var options = new HashMap<String, Variant<?>>(more);
        options.put("current_folder", FilePortal.bytes(folder));
        return options;
    }

    private void open(Map<String, Variant<?>> options) {
        pending = files.open(HANDLE, with(options));
        awaitWindow();
    }

    private void save(Map<String, Variant<?>> options) {
        pending = files.save(HANDLE, with(options));
        awaitWindow();
    }

    private void awaitWindow() {
        window = desktop.newWindow(List.of());
        size = desktop.size(window);
        desktop.activate(window);
    }

    /// The middle of a line of the list.
    private int[] rowOf(int number) {
        return new int[] {size[0] / 2, 163 + 34 * number};
    }

    private int[] okButton() {
        return new int[] {size[0] - 80, size[1] - 36};
    }

    private void click(int[] place) {
        desktop.xdotool("mousemove", "--window", window, "" + place[0], "" + place[1]);
        desktop.xdotool("click", "1");
    }

    private void doubleClick(int[] place) {
        desktop.xdotool("mousemove", "--window", window, "" + place[0], "" + place[1]);
        desktop.xdotool("click", "--repeat", "2", "--delay", "60", "1");
    }

    private void clickUntilAnswered(int[]... places) {
        untilAnswered(() -> {
            for (var place : places) {
                click(place);
            }
        });
    }

    private void doubleClickUntilAnswered(int[] place) {
        untilAnswered(() -> doubleClick(place));
    }

    private void pressUntilAnswered(String... keys) {
        untilAnswered(() -> {
            for (var key : keys) {
                desktop.xdotool("key", key);
            }
        });
    }

    /// Presses keys once the buttons answer.
    private void pressUntilSettled(String... keys) {
        passTime(ARMED);
        for (var key : keys) {
            desktop.xdotool("key", key);
        }
        passTime(Duration.ofMillis(300));
    }

    private void untilAnswered(Runnable attempt) {
        for (int i = 0; i < ATTEMPTS && !pending.isDone(); i++) {
            passTime(ARMED);
            if (!pending.isDone()) {
                attempt.run();
                passTime(Duration.ofMillis(300));
            }
        }
        assertThat(pending).isDone();
    }

    private static void passTime(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Await.until("time passes", () -> System.nanoTime() > end);
    }
}
