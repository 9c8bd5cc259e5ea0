package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Instant;
import java.util.regex.Pattern;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class G20LastUseIsWallClockTimeTest {

    private static final Pattern ROW = Pattern.compile("\\['EXACT', '(\\d+)'\\]");

    @Test
    void theRowCarriesSecondsSinceTheEpochAndARestartedPortalHonoursIt() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var handle = app.start(app.createSession("one", "").path(), "one").path();
            session.backend().next().allow();
            app.response(handle);

            var row = ROW.matcher(session.rows());

            assertThat(row.find()).isTrue();
            assertThat(Long.parseLong(row.group(1)))
                    .isCloseTo(Instant.now().getEpochSecond(), within(2L));
            session.stopPortal();
            session.withPortal();
            assertThat(session.flatpak(MAPS).use("two", "").code()).isZero();
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }
}
