package org.gatehouse.prompt.fx.files;

import java.util.Map;
import org.gatehouse.prompt.PromptScreen.Course;
import org.gatehouse.prompt.PromptScreen.Shown;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileQuestion;
import org.gatehouse.prompt.files.FileScreen;
import org.gatehouse.prompt.fx.FxWindows;
import org.gatehouse.role.XdgDirectories;
import org.jspecify.annotations.Nullable;

/// Has files picked in JavaFX windows. What they need is made for the first of them.
///
/// Threads: any but the toolkit's: what is remembered of the app is read first.
public final class FxFileScreen implements FileScreen {

    private final InstalledApps apps;
    private final FxWindows windows;
    private final XdgDirectories directories;
    private @Nullable FileDesk desk;

    public FxFileScreen(InstalledApps apps, FxWindows windows, Map<String, String> environment) {
        this.apps = apps;
        this.windows = windows;
        directories = new XdgDirectories(environment);
    }

    @Override
    public Shown show(FileQuestion question, Course<FileAnswer> course) {
        var id = question.standing().appId();
        var desk = desk();
        var asked = new Asked(question, apps.find(id), desk.memory().read(id));
        return windows.open(
                answered -> new ChooserWindow(asked, desk, answered),
                course,
                new FileAnswer.Dismissed());
    }

    private synchronized FileDesk desk() {
        var made = desk;
        if (made == null) {
            made = FileDesk.of(directories);
            desk = made;
        }
        return made;
    }
}
