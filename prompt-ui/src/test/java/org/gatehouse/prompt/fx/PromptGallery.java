package org.gatehouse.prompt.fx;

import java.nio.file.Path;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.x11.ParentWindows;
import org.gatehouse.prompt.x11.X11WindowSystem;

/// Shows the samples on a real display, for people who change how the windows look: `PromptGallery
/// location|full|long|rtl|spoof|plain|notice|notice-long|notice-rtl`. Prints each answer and ends
/// with the last one.
public final class PromptGallery {

    private PromptGallery() {}

    public static void main(String[] names) throws Exception {
        var environment = System.getenv();
        FxScreen.startToolkit(
                Path.of(environment.getOrDefault("XDG_CACHE_HOME", "/tmp"), "javafx"));
        var apps = new InstalledApps(environment);
        var parents = new ParentWindows(Path.of("/proc"), apps);
        var system = X11WindowSystem.connect(environment.getOrDefault("DISPLAY", ""), parents);
        var screen = new FxScreen(apps, new FxWindows(system));
        var left = new java.util.concurrent.CountDownLatch(names.length);
        for (var name : names) {
            screen.show(
                    sample(name),
                    new PromptScreen.Course<Answer>() {
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
            case "full" -> PromptSamples.inFull();
            case "long" -> PromptSamples.withLongWords();
            case "rtl" -> PromptSamples.rightToLeft();
            case "spoof" -> PromptSamples.spoofing();
            case "notice" -> PromptSamples.notice();
            case "notice-long" -> PromptSamples.noticeWithALongName();
            case "notice-rtl" -> PromptSamples.noticeRightToLeft();
            case "parent" ->
                    PromptSamples.location(
                            PromptSamples.MAPS, "", "x11:" + System.getProperty("parent", "0"));
            case "plain" -> PromptSamples.location("", "", "");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
