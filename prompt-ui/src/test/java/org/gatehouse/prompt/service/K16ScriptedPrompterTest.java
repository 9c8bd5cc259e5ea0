package org.gatehouse.prompt.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.prompt.service.Portal.HANDLE;

import java.util.HashMap;
import java.util.Map;
import org.freedesktop.impl.portal.Access.AccessDialogResult;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class K16ScriptedPrompterTest {

    private PrivateBus session;
    private Portal portal;

    @BeforeEach
    void start() {
        session = PrivateBus.start();
        portal = Portal.on(session);
    }

    @AfterEach
    void end() {
        portal.close();
        session.close();
    }

    @Test
    void allowsWithWhatTheQuestionSelects() throws Exception {
        try (var _ = scripted("allow")) {
            var result = answer();

            assertThat(result.response().intValue()).isZero();
            assertThat(Portal.chosen(result)).containsExactly("accuracy=exact", "lifespan=once");
        }
    }

    @Test
    void allowsWithSelectionsOfTheScript() throws Exception {
        try (var _ = scripted("allow:accuracy=city,lifespan=always")) {
            assertThat(Portal.chosen(answer())).containsExactly("accuracy=city", "lifespan=always");
        }
    }

    @Test
    void neverSelectsWhatIsNotOnOffer() throws Exception {
        try (var _ = scripted("allow:accuracy=galaxy")) {
            assertThat(Portal.chosen(answer())).contains("accuracy=exact");
        }
    }

    @Test
    void goesThroughItsStepsAndStaysAtTheLast() throws Exception {
        try (var _ = scripted("once;deny;dismiss")) {
            assertThat(answer().response().intValue()).isZero();
            assertThat(answer().response().intValue()).isEqualTo(1);
            assertThat(answer().response().intValue()).isEqualTo(2);
            assertThat(answer().response().intValue()).isEqualTo(2);
        }
    }

    @Test
    void neverAnswersUntilTheRequestIsClosed() throws Exception {
        try (var _ = scripted("timeout")) {
            var pending = portal.ask(HANDLE);
            Await.until("the request can be closed", () -> closes(HANDLE));

            assertThat(pending.get().response().intValue()).isEqualTo(2);
        }
    }

    @Test
    void answersNoticesToo() throws Exception {
        try (var _ = scripted("deny;allow;dismiss;once")) {
            assertThat(notice()).as("deny: stop it").isZero();
            assertThat(notice()).as("allow").isEqualTo(1);
            assertThat(notice()).as("dismiss: this time").isEqualTo(2);
            assertThat(notice()).as("once: this time").isEqualTo(2);
        }
    }

    @Test
    void refusesAScriptItDoesNotUnderstand() {
        assertThatThrownBy(() -> scripted("perhaps"))
                .isInstanceOf(RoleFailure.class)
                .hasMessageContaining("perhaps");
    }

    @Test
    void isNotThereInAProductionLauncher() throws RoleFailure {
        var production = new RoleSettings(environment("allow"), false, false);
        var testing = new RoleSettings(environment("allow"), false, true);

        assertThat(PromptSettings.of(production).script()).isEmpty();
        assertThat(PromptSettings.of(testing).script()).isPresent();
    }

    private boolean closes(String handle) {
        try {
            portal.closeRequest(handle);
            return true;
        } catch (org.gatehouse.bus.RemoteException e) {
            return false;
        }
    }

    private int notice() throws Exception {
        return portal.tellOf(HANDLE, Portal.MAPS, "Maps").get();
    }

    private AccessDialogResult answer() throws Exception {
        return portal.ask(HANDLE).get();
    }

    private RunningRole scripted(String script) throws RoleFailure {
        return PromptRole.start(new RoleSettings(environment(script), false, true));
    }

    private Map<String, String> environment(String script) {
        var environment = new HashMap<>(session.environment());
        environment.put("GATEHOUSE_PROMPT_SCRIPT", script);
        return environment;
    }
}
