package org.gatehouse.prompt.fx;

import java.nio.file.Path;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.desktop.InstalledApps;

/// Shows the samples on a real display, for people who change how the windows look: `PromptGallery
/// location|long|rtl|spoof|plain`. Prints each answer and ends with the last one.
public final class PromptGallery {

    private PromptGallery() {}

    public static void main(String[] names) throws Exception {
        var environment = System.getenv();
        FxScreen.startToolkit(
                Path.of(environment.getOrDefault("XDG_CACHE_HOME", "/tmp"), "javafx"));
        var screen = new FxScreen(new InstalledApps(environment), WindowSystem.unknown());
        var left = new java.util.concurrent.CountDownLatch(names.length);
        for (var name : names) {
            screen.show(
                    sample(name),
                    new PromptScreen.Course() {
                        @Override
                        public void answered(Answer answer) {
                            System.out.println(answer);
                            left.countDown();
                        }

                        @Override
                        public void noRoom() {
                            System.out.println("no room for " + name);
                            left.countDown();
                        }
                    });
        }
        left.await();
        javafx.application.Platform.exit();
    }

    private static Prompt sample(String name) {
        return switch (name) {
            case "location" -> PromptSamples.location();
            case "long" -> PromptSamples.withLongWords();
            case "rtl" -> PromptSamples.rightToLeft();
            case "spoof" -> PromptSamples.spoofing();
            case "plain" -> PromptSamples.location("", "", "");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
