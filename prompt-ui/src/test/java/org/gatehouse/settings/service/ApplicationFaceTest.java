package org.gatehouse.settings.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.Page;
import org.junit.jupiter.api.Test;

class ApplicationFaceTest {

    private static final Page GRANT =
            new Page.App(new AppKey("flatpak", "org.example.Maps"), "location");

    @Test
    void opensAGrantByThreeParameters() {
        List<Variant<?>> words =
                List.of(
                        new Variant<>("location"),
                        new Variant<>("flatpak"),
                        new Variant<>("org.example.Maps"));

        assertThat(ApplicationFace.page("show-grant", words)).contains(GRANT);
    }

    @Test
    void opensAGrantByOneParameterOfThreeWords() {
        List<Variant<?>> words =
                List.of(new Variant<>(List.of("location", "flatpak", "org.example.Maps"), "as"));

        assertThat(ApplicationFace.page("show-grant", words)).contains(GRANT);
    }

    @Test
    void opensTheQuestionsThatWait() {
        assertThat(ApplicationFace.page("show-deferred", List.of())).contains(new Page.Waiting());
    }

    @Test
    void opensNoPageForWhatItDoesNotKnow() {
        assertThat(ApplicationFace.page("delete-everything", List.of())).isEmpty();
        assertThat(ApplicationFace.page("show-grant", List.of(new Variant<>("location"))))
                .isEmpty();
    }
}
