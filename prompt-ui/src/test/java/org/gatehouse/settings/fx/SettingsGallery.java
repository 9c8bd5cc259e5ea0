package org.gatehouse.settings.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import org.gatehouse.settings.AppRow;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Permissions.Failure.Kind;
import org.gatehouse.settings.Snapshot;
import org.gatehouse.settings.fake.FakePermissions;
import org.gatehouse.settings.fake.Samples;

/// Draws every page and state of the settings window into PNG files, for people who change how it
/// looks: `SettingsGallery FOLDER [NAME-PART]`.
public final class SettingsGallery {

    private final Path folder;
    private final String part;

    private SettingsGallery(Path folder, String part) {
        this.folder = folder;
        this.part = part;
    }

    public static void main(String[] arguments) throws Exception {
        var gallery =
                new SettingsGallery(
                        Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "");
        try {
            gallery.draw();
        } finally {
            Platform.exit();
        }
    }

    private void draw() throws Exception {
        for (var dark : List.of(false, true)) {
            var suffix = dark ? "-dark" : "";
            pages(suffix, dark);
            states(suffix, dark);
        }
    }

    private interface Scene {
        void arrange(HeadlessSettings screen, FakePermissions permissions);
    }

    private void pages(String suffix, boolean dark) throws Exception {
        draw("apps" + suffix, dark, Samples.usual(), (_, _) -> {});
        draw("app" + suffix, dark, Samples.usual(), (screen, _) -> screen.go(app("location")));
        draw(
                "app-foot" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> {
                    screen.go(app(""));
                    HeadlessSettings.run(() -> ((ScrollPane) screen.node(".scroll")).setVvalue(1));
                });
        draw(
                "app-long" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> screen.go(new Page.App(Samples.LONG, "location")));
        draw(
                "app-rtl" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> screen.go(new Page.App(Samples.HEBREW, "")));
        draw(
                "permissions" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> screen.go(new Page.Permissions()));
        draw(
                "permission" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> screen.go(new Page.Permission("location")));
        draw(
                "history" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> screen.go(new Page.Past(Filter.ALL)));
        draw("now" + suffix, dark, Samples.usual(), (screen, _) -> screen.go(new Page.Now()));
        draw(
                "app-running" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> screen.go(new Page.App(Samples.CLOCKS, "")));
        draw(
                "waiting" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> screen.go(new Page.Waiting()));
    }

    private void states(String suffix, boolean dark) throws Exception {
        draw("many" + suffix, dark, Samples.many(300), (_, _) -> {});
        draw("unused" + suffix, dark, Samples.withUnused(Samples.usual()), (_, _) -> {});
        draw(
                "search" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> HeadlessSettings.run(() -> screen.session().search("loc")));
        draw(
                "search-none" + suffix,
                dark,
                Samples.usual(),
                (screen, _) -> HeadlessSettings.run(() -> screen.session().search("zzz")));
        draw("empty" + suffix, dark, Samples.empty(), (_, _) -> {});
        draw(
                "empty-waiting" + suffix,
                dark,
                Samples.empty(),
                (screen, _) -> screen.go(new Page.Waiting()));
        draw(
                "gone" + suffix,
                dark,
                Samples.usual(),
                (_, permissions) -> {
                    permissions.fail(Kind.GONE);
                    permissions.comesOrGoes(false);
                });
        draw(
                "undo" + suffix,
                dark,
                Samples.usual(),
                (screen, permissions) -> {
                    screen.go(new Page.Permission("location"));
                    var grant =
                            permissions.now().grant(Samples.location(Samples.MAPS)).orElseThrow();
                    HeadlessSettings.run(
                            () -> screen.session().changes().decide(grant, Decision.deny()));
                });
    }

    private static Page.App app(String opened) {
        return new Page.App(Samples.MAPS, opened);
    }

    private void draw(String name, boolean dark, Snapshot snapshot, Scene scene) throws Exception {
        if (!name.contains(part)) {
            return;
        }
        var home = Files.createTempDirectory("gallery");
        var permissions = new FakePermissions(snapshot).with(Samples.ledger(), Samples.days());
        if (snapshot.apps().stream().map(AppRow::name).findAny().isEmpty()) {
            permissions.with(List.of(), List.of());
        }
        try (var screen = new HeadlessSettings(home, permissions)) {
            if (dark) {
                screen.dark();
            } else {
                screen.light();
            }
            screen.settle();
            scene.arrange(screen, permissions);
            screen.settle();
            screen.picture(folder.resolve(name + ".png"), 1);
            screen.size(640, 400);
            screen.picture(folder.resolve(name + "-200.png"), 2);
        }
    }
}
