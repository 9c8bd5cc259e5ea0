package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class F63AvailabilityIsSecurityTooTest {

    @Test
    void aHundredRequestsAreOneDialogAndAHundredAnswersOrClearRefusals() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var apps = IntStream.range(0, 4).mapToObj(_ -> session.flatpak(MAPS)).toList();
            var answers = new ArrayList<String>();
            var handles = new ArrayList<List<String>>();
            for (var app : apps) {
                handles.add(started(app, 25, answers));
            }

            session.backend().next().allow();

            assertThat(answers).hasSize(100);
            assertThat(answers)
                    .filteredOn(answer -> !answer.isEmpty())
                    .allMatch(answer -> answer.contains("64 live requests for one app"))
                    .hasSize(36);
            for (int n = 0; n < apps.size(); n++) {
                var app = apps.get(n);
                assertThat(handles.get(n)).allMatch(handle -> app.response(handle) == 0);
            }
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }

    private static List<String> started(App app, int count, List<String> answers) {
        var handles = new ArrayList<String>();
        for (int n = 0; n < count; n++) {
            var made = app.createSession("s" + n, "").path();
            var answer = app.start(made, "r" + n);
            answers.add(answer.message());
            if (answer.error().isEmpty()) {
                handles.add(answer.path());
            }
        }
        return handles;
    }
}
