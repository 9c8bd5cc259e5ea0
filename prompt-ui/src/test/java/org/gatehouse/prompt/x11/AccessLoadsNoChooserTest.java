package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.service.Portal.HANDLE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.prompt.service.Portal;
import org.gatehouse.prompt.service.PromptProcess;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// The process that asks a question stays as small as if there were no file chooser.
class AccessLoadsNoChooserTest {

    @Test
    void nothingOfTheWindowForFilesIsLoadedForAQuestion() {
        try (var desktop = new Desktop()) {
            var log = desktop.session.folder().resolve("classes.log");
            var _ =
                    PromptProcess.start(
                            desktop.session,
                            Map.of(
                                    "DISPLAY",
                                    desktop.display,
                                    "JAVA_TOOL_OPTIONS",
                                    "-Xlog:class+load:file=" + log));
            try (var portal = Portal.on(desktop.session)) {
                Await.until(
                        "the prompt role is there",
                        () -> portal.bus.peers().owner(PromptRole.NAME).isPresent());
                var _ = portal.ask(HANDLE);
                var _ = desktop.newWindow(List.of());
            }

            assertThat(classes(log)).contains("org.gatehouse.prompt.fx.PromptWindow");
            assertThat(classes(log))
                    .filteredOn(name -> name.startsWith("org.gatehouse.prompt.fx.files."))
                    .containsExactly("org.gatehouse.prompt.fx.files.FxFileScreen");
            assertThat(classes(log))
                    .filteredOn(name -> name.startsWith("org.gatehouse.prompt.files.disk."))
                    .isEmpty();
        }
    }

    private static List<String> classes(Path log) {
        return Desktop.read(log)
                .lines()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.replaceAll(".*\\] | source: .*", ""))
                .toList();
    }
}
