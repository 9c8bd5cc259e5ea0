package org.gatehouse.prompt.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.prompt.service.Portal.HANDLE;
import static org.gatehouse.prompt.service.Portal.MAPS;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptRoleTest {

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
    void answersOnlyTheOwnerOfThePortalsName() throws Exception {
        try (var _ = role("allow", Map.of());
                var stranger = Portal.stranger(session)) {
            assertThatThrownBy(() -> stranger.ask(HANDLE).get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            e ->
                                    assertThat(e.name())
                                            .isEqualTo("org.freedesktop.DBus.Error.AccessDenied"));
        }
    }

    @Test
    void closesOnlyForThePortal() throws Exception {
        try (var _ = role("timeout", Map.of());
                var stranger = Portal.stranger(session)) {
            var pending = portal.ask(HANDLE);
            awaitRequest(HANDLE);

            assertThatThrownBy(() -> stranger.closeRequest(HANDLE))
                    .hasMessageContaining("only org.freedesktop.portal.Desktop may ask");
            assertThat(pending).isNotDone();
        }
    }

    @Test
    void answersThePendingCallAfterClose() throws Exception {
        try (var _ = role("timeout", Map.of())) {
            var pending = portal.ask(HANDLE);
            awaitRequest(HANDLE);

            portal.closeRequest(HANDLE);

            assertThat(pending.get(5, TimeUnit.SECONDS).response().intValue()).isEqualTo(2);
            assertThatThrownBy(() -> portal.closeRequest(HANDLE))
                    .isInstanceOf(RemoteException.class);
        }
    }

    @Test
    void takesTheQuestionsOfAPortalThatLeavesBack() throws Exception {
        try (var _ = role("timeout;allow", Map.of())) {
            var _ = portal.ask(HANDLE);
            awaitRequest(HANDLE);

            portal.close();

            try (var next = Portal.on(session)) {
                Await.until("the handle is free again", () -> !next.hasRequest(HANDLE));
                assertThat(next.ask(HANDLE).get().response().intValue()).isZero();
            }
        }
    }

    @Test
    void refusesAHandleThatIsInUse() throws Exception {
        try (var _ = role("timeout", Map.of())) {
            var first = portal.ask(HANDLE);
            awaitRequest(HANDLE);

            assertThatThrownBy(() -> portal.ask(HANDLE).get()).hasMessageContaining("is open at");
            assertThat(first).isNotDone();
        }
    }

    @Test
    void refusesAnOptionOfAnotherType() throws Exception {
        try (var _ = role("allow", Map.of())) {
            var options = Map.<String, Variant<?>>of("modal", new Variant<>("yes"));

            assertThatThrownBy(() -> portal.ask(HANDLE, MAPS, options).get())
                    .hasMessageContaining("option modal is not of type b");
        }
    }

    @Test
    void ignoresOptionsItDoesNotKnow() throws Exception {
        try (var _ = role("allow", Map.of())) {
            var options = Map.<String, Variant<?>>of("colour", new Variant<>("red"));

            assertThat(portal.ask(HANDLE, MAPS, options).get().response().intValue()).isZero();
        }
    }

    @Test
    void showsOneQuestionOfAnAppAtATimeAndKeepsFourWaiting() throws Exception {
        try (var _ = role("timeout", Map.of())) {
            for (int i = 0; i < 5; i++) {
                var _ = portal.ask(HANDLE + i);
                awaitRequest(HANDLE + i);
            }

            assertThat(portal.ask(HANDLE + "x").get().response().intValue()).isEqualTo(2);
        }
    }

    @Test
    void leavesWhenNothingIsAsked() throws Exception {
        try (var role = role("allow", Map.of("GATEHOUSE_PROMPT_IDLE_MS", "200"))) {
            assertThat(portal.ask(HANDLE).get().response().intValue()).isZero();

            assertThat(role.ended().get(20, TimeUnit.SECONDS)).isZero();
            assertThat(portal.bus.peers().owner(PromptRole.NAME)).isEmpty();
        }
    }

    @Test
    void staysWhileAQuestionIsOpen() throws Exception {
        try (var role = role("timeout", Map.of("GATEHOUSE_PROMPT_IDLE_MS", "100"))) {
            var _ = portal.ask(HANDLE);
            awaitRequest(HANDLE);

            assertThatThrownBy(() -> role.ended().get(1, TimeUnit.SECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
        }
    }

    @Test
    void refusesToStartTwice() throws Exception {
        try (var _ = role("allow", Map.of())) {
            assertThatThrownBy(() -> role("allow", Map.of()))
                    .isInstanceOfSatisfying(
                            RoleFailure.class, e -> assertThat(e.exitStatus()).isEqualTo(1));
        }
    }

    @Test
    void answersEverythingWhenItIsClosed() throws Exception {
        var role = role("timeout", Map.of());
        var pending = portal.ask(HANDLE);
        awaitRequest(HANDLE);

        role.close();

        assertThat(role.ended().get(5, TimeUnit.SECONDS)).isZero();
        assertThat(pending.get(5, TimeUnit.SECONDS).response().intValue()).isEqualTo(2);
    }

    private void awaitRequest(String handle) {
        Await.until("a request is open", () -> portal.hasRequest(handle));
    }

    private RunningRole role(String script, Map<String, String> more) throws RoleFailure {
        var environment = new HashMap<>(session.environment());
        environment.put("GATEHOUSE_PROMPT_SCRIPT", script);
        environment.putAll(more);
        return PromptRole.start(new RoleSettings(environment, false, true));
    }
}
