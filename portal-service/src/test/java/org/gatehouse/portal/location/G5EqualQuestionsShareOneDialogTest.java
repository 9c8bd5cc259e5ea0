package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class G5EqualQuestionsShareOneDialogTest {

    @Test
    void fiveStartsAtOnceAreOneDialogAndFiveEqualResponses() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var handles = startAtOnce(app, 5);

            session.backend().next().allow();

            assertThat(handles).allSatisfy(handle -> assertThat(app.response(handle)).isZero());
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }

    @Test
    void theDialogStaysWhileAnybodyWaits() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var handles = startAtOnce(app, 2);
            var dialog = session.backend().next();

            app.closeRequest(handles.getFirst());
            dialog.allow();

            assertThat(app.response(handles.getLast())).isZero();
            assertThat(dialog.isClosed()).isFalse();
            assertThat(app.signals("Response", handles.getFirst())).isEmpty();
        }
    }

    @Test
    void differentAppsDoNotShare() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var maps = session.flatpak(MAPS);
            var books = session.flatpak("org.example.Books");
            startAtOnce(maps, 1);
            startAtOnce(books, 1);

            var asked = List.of(session.backend().next().asked(), session.backend().next().asked());

            assertThat(asked)
                    .extracting(each -> each.app())
                    .containsExactlyInAnyOrder(MAPS, "org.example.Books");
        }
    }

    private static List<String> startAtOnce(App app, int count) {
        var sessions =
                IntStream.range(0, count)
                        .mapToObj(n -> app.createSession("s" + n, "").path())
                        .toList();
        var calls = new ArrayList<Integer>();
        for (int n = 0; n < count; n++) {
            calls.add(app.sendStart(sessions.get(n), "r" + n));
        }
        return calls.stream().map(call -> app.answer(call).path()).toList();
    }
}
