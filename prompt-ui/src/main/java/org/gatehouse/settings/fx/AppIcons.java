package org.gatehouse.settings.fx;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.fx.AppPicture;
import org.gatehouse.settings.AppRow;

/// The icons of apps, read beside the application thread and kept while the window is open.
///
/// Threads: the application thread; files are read on a thread of its own, since SVG icons are read
/// by a native library.
final class AppIcons {

    private static final int MOST = 500;

    private final InstalledApps apps;
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("icons").factory());
    private final Map<String, Optional<Image>> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<Image>> eldest) {
                    return size() > MOST;
                }
            };

    AppIcons(InstalledApps apps) {
        this.apps = apps;
    }

    /// Hands over the icon: at once if it is known, else when it has been read; not at all if there
    /// is none.
    void find(AppRow app, Consumer<Image> found) {
        var id = app.key().app() + "\n" + app.icon();
        var image = known.get(id);
        if (image != null) {
            image.ifPresent(found);
            return;
        }
        reader.execute(() -> {
            var read = file(app).flatMap(AppPicture::image);
            Platform.runLater(() -> {
                known.put(id, read);
                read.ifPresent(found);
            });
        });
    }

    private Optional<Path> file(AppRow app) {
        return apps.find(app.key().app()).icon().or(() -> apps.icon(app.icon()));
    }
}
