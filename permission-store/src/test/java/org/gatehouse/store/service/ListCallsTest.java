package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Permissions1 as a settings app sees it: classes, apps and grants.
class ListCallsTest {

    private static final String MAPS = "org.gnome.Maps";

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    @Nested
    class ListClasses {

        @Test
        void saysEverythingOfAClass() {
            var classes = Listening.plain(app.permissions.ListClasses());

            assertThat(classes)
                    .extracting(each -> String.valueOf(each.get("class")))
                    .startsWith("location");
            var location = classes.getFirst();
            assertThat(location)
                    .containsEntry("name", "Location")
                    .containsEntry("usage", "common")
                    .containsEntry("confirmation", "explicit")
                    .containsEntry("default", "ask")
                    .containsEntry("table", "location")
                    .containsEntry("id", "location")
                    .containsEntry("level-label", "Precision")
                    .containsEntry("until-seconds", 3600L)
                    .containsEntry("retired", false)
                    .containsEntry("risks", List.of("privacy", "safety"))
                    .containsEntry(
                            "lifespans",
                            List.of("once", "session", "until", "while-in-use", "always"));
            assertThat((List<?>) location.get("levels")).hasSize(5);
            assertThat(classes)
                    .filteredOn(Listening.says("class", "background"))
                    .singleElement()
                    .extracting("levels")
                    .isEqualTo(List.of());
        }
    }

    @Nested
    class ListApps {

        @Test
        void namesWhoHoldsAskedOrWasRefused() throws Exception {
            installed(MAPS, "Name=Maps\nIcon=org.gnome.Maps");
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            served.granted("background", "flatpak", MAPS, "no");
            served.decisions.Record(
                    Listening.dictionary(
                            "kind",
                            "asked",
                            "table",
                            "location",
                            "id",
                            "location",
                            "app-kind",
                            "snap",
                            "app",
                            "snap.asks"));

            var apps = app.apps();

            assertThat(apps).extracting("app").containsExactly(MAPS, "snap.asks");
            assertThat(apps.getFirst())
                    .containsEntry("kind", "flatpak")
                    .containsEntry("name", "Maps")
                    .containsEntry("icon", "org.gnome.Maps")
                    .containsEntry("installed", true)
                    .containsEntry("in-use", false)
                    .containsEntry("allowed", 1L)
                    .containsEntry("denied", 1L)
                    .containsEntry("version", "");
            assertThat(apps.getLast())
                    .containsEntry("name", "snap.asks")
                    .containsEntry("installed", false);
            assertThat(app.apps("class", "background")).extracting("app").containsExactly(MAPS);
        }
    }

    private void installed(String id, String keys) throws Exception {
        var folder = served.bus.folder().resolve("share/applications");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(id + ".desktop"), "[Desktop Entry]\n" + keys + "\n");
    }

    @Nested
    class ListGrants {

        @Test
        void showsAllTermsOfAGrant() {
            served.granted("location", "flatpak", MAPS, "CITY", "0");

            assertThat(app.grant("app", MAPS))
                    .containsEntry("class", "location")
                    .containsEntry("kind", "flatpak")
                    .containsEntry("verdict", "allow")
                    .containsEntry("level", "city")
                    .containsEntry("lifespan", "always")
                    .containsEntry("decided-by", "person")
                    .containsEntry("reason", "to find the way")
                    .containsEntry("accuracy", "exact")
                    .containsEntry("uses", 0L)
                    .containsEntry("implied", false)
                    .containsEntry("in-use", false)
                    .containsEntry("words", List.of("CITY", "0"))
                    .doesNotContainKey("until");
        }

        @Test
        void showsRowsOfToolsAndWhatNobodyUnderstands() {
            served.store.SetPermission(
                    "background", true, "background", "org.a.App", List.of("maybe"));
            served.store.SetPermission("mine", true, "mine", "org.a.App", List.of("yes"));

            assertThat(app.grant())
                    .containsEntry("class", "background")
                    .containsEntry("kind", "")
                    .containsEntry("verdict", "unclear")
                    .containsEntry("decided-by", "tool");
        }

        @Test
        void narrowsByClassKindAndApp() {
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            served.granted("location", "host", MAPS, "NONE", "0");
            served.granted("background", "flatpak", "org.b.App", "yes");

            assertThat(app.grants()).hasSize(3);
            assertThat(app.grants("class", "location")).hasSize(2);
            assertThat(app.grants("kind", "host")).extracting("verdict").containsExactly("deny");
            assertThat(app.grants("kind", "")).isEmpty();
            assertThat(app.grants("app", "")).isEmpty();
            assertThat(app.grants("class", "location", "app", "org.b.App")).isEmpty();
        }
    }
}
