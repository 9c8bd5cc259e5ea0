package org.gatehouse.settings.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.settings.fake.Samples.MAPS;
import static org.gatehouse.settings.fx.HeadlessSettings.fx;

import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.fake.FakePermissions;
import org.gatehouse.settings.fake.Samples;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// F45 and N10: broad categories with simple switches, the finer ones on demand.
class F45SwitchAndDetailsChangeTheSameGrantTest {

    private final FakePermissions permissions = new FakePermissions(Samples.usual());
    private HeadlessSettings screen;

    @BeforeEach
    void open(@TempDir Path folder) {
        screen = new HeadlessSettings(folder, permissions);
        screen.awaitText("Weather");
        screen.go(new Page.App(MAPS, ""));
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private GrantRow stored() {
        return permissions.now().grant(Samples.location(MAPS)).orElseThrow();
    }

    private CheckBox toggle() {
        return (CheckBox) screen.saying("Location for Maps");
    }

    private ToggleButton answer(String words) {
        return (ToggleButton)
                screen.nodes(".segments > .toggle-button").stream()
                        .filter(node -> ((ToggleButton) node).getText().equals(words))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void theDetailsAreHiddenUntilAskedFor() {
        assertThat(screen.texts()).doesNotContain("Ask next time");

        screen.click(screen.saying("Details of Location"));

        assertThat(screen.texts()).contains("Ask next time", "Precision", "How long");
    }

    @Test
    void theSwitchIsSeenInTheDetails() {
        screen.click(screen.saying("Details of Location"));

        screen.click(toggle());

        Await.until("it is stored", () -> !stored().isAllowed());
        assertThat(fx(() -> answer("Refuse").isSelected())).isTrue();
    }

    @Test
    void theDetailsAreSeenInTheSwitch() {
        screen.click(screen.saying("Details of Location"));

        screen.click(answer("Refuse"));

        Await.until("it is stored", () -> !stored().isAllowed());
        assertThat(fx(() -> toggle().isSelected())).isFalse();
    }

    @Test
    void thePrecisionIsKeptByTheSwitch() {
        screen.click(screen.saying("Details of Location"));
        HeadlessSettings.run(
                () -> ((ComboBox<?>) screen.saying("Precision")).getSelectionModel().select(1));
        Await.until("it is stored", () -> stored().level().equals("city"));

        assertThat(fx(() -> toggle().isSelected())).isTrue();
        assertThat(permissions.calls)
                .containsExactly("set location org.gnome.Maps allow city while-in-use");
    }
}
