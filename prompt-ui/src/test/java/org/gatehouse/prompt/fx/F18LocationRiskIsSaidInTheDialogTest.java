package org.gatehouse.prompt.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.fx.HeadlessScreen.fx;

import java.nio.file.Path;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class F18LocationRiskIsSaidInTheDialogTest {

    @Test
    void theWindowShowsTheNoteThatThePortalSends(@TempDir Path folder) {
        try (var screen = new HeadlessScreen(folder)) {
            var stage = screen.show(PromptSamples.location());

            var body = (Labeled) screen.node(stage, ".body");

            assertThat(fx(body::getText)).contains("can tell strangers where you live");
            assertThat(fx(() -> body.isVisible() && body.getHeight() > 0)).isTrue();
        }
    }
}
