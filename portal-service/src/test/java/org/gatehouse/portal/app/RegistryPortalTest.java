package org.gatehouse.portal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.App.PORTAL;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryPortalTest {

    private static final String FAILED = "org.freedesktop.portal.Error.Failed";
    private static final String TOOL = "org.example.Tool";

    private PortalSession session = new PortalSession();

    @BeforeEach
    void start() {
        session.withStore().withPortal();
        session.install(TOOL, "Name=Tool\n");
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void namesAHostProgramSoThatAStoredNoForThatNameHolds() {
        session.permit(TOOL, "NONE", "0");
        var program = session.host();

        assertThat(register(program, TOOL).error()).isEmpty();

        assertThat(program.use("a", "").code()).isEqualTo(1);
        assertThat(session.host().use("a", "").code()).isZero();
    }

    @Test
    void refusesAnAppInASandbox() {
        assertThat(register(session.flatpak(MAPS), TOOL).error())
                .isEqualTo("org.freedesktop.portal.Error.NotAllowed");
        assertThat(register(session.unknownSandbox(), TOOL).error())
                .isEqualTo("org.freedesktop.portal.Error.NotAllowed");
    }

    @Test
    void refusesWhatIsNotInstalledAndLetsTheProgramTryAgain() {
        var program = session.host();

        var refused = register(program, "org.example.Absent");

        assertThat(refused.error()).isEqualTo(FAILED);
        assertThat(refused.message()).contains("Can't create registered app");
        assertThat(register(program, "../" + TOOL).message())
                .contains("Can't create registered app");
        assertThat(register(program, TOOL).error()).isEmpty();
    }

    @Test
    void refusesASecondNameAndOneAfterAPortalCall() {
        var twice = session.host();
        register(twice, TOOL);
        var late = session.host();
        late.createSession("a", "");

        assertThat(register(twice, TOOL).message())
                .contains("Connection already associated with an application ID");
        assertThat(register(late, TOOL).message())
                .contains("Connection already associated with an application ID");
    }

    private static App.Answer register(App app, String id) {
        return app.call(
                PORTAL,
                "org.freedesktop.host.portal.Registry",
                "Register",
                "('%s', @a{sv} {})".formatted(id));
    }
}
