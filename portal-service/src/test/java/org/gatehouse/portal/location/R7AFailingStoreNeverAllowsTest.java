package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.ArrayList;
import org.gatehouse.portal.fake.Store.Mode;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bar R7, the portal's part: 1,000 calls with `-Dgatehouse.long=true`, else 64.
class R7AFailingStoreNeverAllowsTest {

    private static final int CALLS = Boolean.getBoolean("gatehouse.long") ? 1_024 : 64;
    private static final int AT_ONCE = 32;

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SILENT", "FAILING"})
    void aStoreThatFailsOrIsSlowDeniesEverybody(Mode mode) {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.withPortal();
            store.mode(mode);
            var app = session.flatpak(MAPS);
            var program = session.host();

            for (int done = 0; done < CALLS; done += 2 * AT_ONCE) {
                assertNoneIsAllowed(app, done);
                assertNoneIsAllowed(program, done);
            }

            assertThat(session.geoClue().clients()).isEmpty();
            assertThat(session.backend().count()).isZero();
            assertThat(store.writes()).isZero();
        }
    }

    @Test
    void aStoreThatDiedMeansThatThePersonIsAsked() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "NONE", "0");
            session.storeProcess().destroyForcibly().onExit().join();
            var app = session.flatpak(MAPS);
            var handle = app.start(app.createSession("a", "").path(), "a").path();

            session.backend().next().refuse();

            assertThat(app.response(handle)).isEqualTo(1);
            assertThat(session.geoClue().clients()).isEmpty();
        }
    }

    private static void assertNoneIsAllowed(App app, int from) {
        var handles = new ArrayList<String>();
        for (int n = 0; n < AT_ONCE; n++) {
            var token = "t" + (from + n);
            handles.add(app.start(app.createSession(token, "").path(), token).path());
        }
        assertThat(handles).allMatch(handle -> app.response(handle) == 2);
    }
}
