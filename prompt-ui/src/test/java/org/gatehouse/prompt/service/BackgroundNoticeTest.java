package org.gatehouse.prompt.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.prompt.service.Portal.HANDLE;
import static org.gatehouse.prompt.service.Portal.MAPS;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.prompt.Arming;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Notices of apps in the background where the desktop has a notification service, and what holds
/// for the interface everywhere. No display can be reached here, so that a window would fail.
class BackgroundNoticeTest {

    private static final int FORBID = 0;
    private static final int ALLOW = 1;
    private static final int THIS_TIME = 2;
    private static final Map<String, String> NO_WINDOWS = Map.of("DISPLAY", ":4242");

    private PrivateBus session;
    private Portal portal;
    private CompletableFuture<Integer> pending = new CompletableFuture<>();

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

    @Nested
    class AsANotification {

        @Test
        void saysWhatRunsAndHasAButtonForEachAnswer() throws Exception {
            try (var service = new NotificationService(session, "actions", "body");
                    var _ = role(NO_WINDOWS)) {
                var shown = tell(service);

                assertThat(shown.summary()).isEqualTo("Maps is running in the background");
                assertThat(shown.body()).contains("Stop it");
                assertThat(shown.actions())
                        .containsExactly(
                                "stop", "Stop it", "this-time", "This time", "allow", "Allow");
            }
        }

        @Test
        void saysWhatRunsBesideEveryName() throws Exception {
            try (var service = new NotificationService(session, "actions");
                    var _ = role(NO_WINDOWS)) {
                pending = portal.tellOf(HANDLE, MAPS, "A name ".repeat(1000) + "\u202E");

                assertThat(service.awaitShown().summary())
                        .hasSizeLessThan(100)
                        .startsWith("A name")
                        .endsWith("… is running in the background");
            }
        }

        @Test
        void isAnsweredByItsButtons() throws Exception {
            try (var service = new NotificationService(session, "actions");
                    var _ = role(NO_WINDOWS)) {
                assertThat(pressedLater(service, "stop")).isEqualTo(FORBID);
                assertThat(pressedLater(service, "allow")).isEqualTo(ALLOW);
                assertThat(pressedLater(service, "this-time")).isEqualTo(THIS_TIME);
                assertThat(pressedLater(service, "default")).isEqualTo(THIS_TIME);
            }
        }

        @Test
        void takesAButtonThatIsPressedAtOnceForNoAnswer() throws Exception {
            try (var service = new NotificationService(session, "actions");
                    var _ = role(NO_WINDOWS)) {
                service.press(tell(service).id(), "stop");
                assertThat(pending.get()).isEqualTo(THIS_TIME);

                service.press(tell(service).id(), "allow");
                assertThat(pending.get()).isEqualTo(THIS_TIME);
            }
        }

        @Test
        void heedsOnlyItsOwnNotification() throws Exception {
            try (var service = new NotificationService(session, "actions");
                    var _ = role(NO_WINDOWS)) {
                var id = tell(service).id();
                armed();

                service.press(new UInt32(id.longValue() + 1), "stop");
                service.press(id, "allow");

                assertThat(pending.get()).isEqualTo(ALLOW);
            }
        }

        @Test
        void isLeftUnansweredWhenItIsWavedAway() throws Exception {
            try (var service = new NotificationService(session, "actions");
                    var _ = role(NO_WINDOWS)) {
                service.wave(tell(service).id());

                assertThat(pending.get()).isEqualTo(THIS_TIME);
                assertThat(service.closed()).isEmpty();
            }
        }

        @Test
        void isLeftUnansweredWhenTheServiceGoes() throws Exception {
            try (var _ = role(NO_WINDOWS)) {
                try (var service = new NotificationService(session, "actions")) {
                    tell(service);
                    armed(); // the service has answered the call by then
                }

                assertThat(pending.get()).isEqualTo(THIS_TIME);
            }
        }

        @Test
        void goesWithTheRequest() throws Exception {
            try (var service = new NotificationService(session, "actions");
                    var _ = role(NO_WINDOWS)) {
                var id = tell(service).id();

                portal.closeRequest(HANDLE);

                assertThat(pending.get()).isEqualTo(THIS_TIME);
                Await.until("it is closed", () -> service.closed().equals(List.of(id.intValue())));
            }
        }

        @Test
        void goesByItselfAfterAWhile() throws Exception {
            var more = new HashMap<>(NO_WINDOWS);
            more.put("GATEHOUSE_PROMPT_NOTICE_MS", "200");
            try (var service = new NotificationService(session, "actions");
                    var _ = role(more)) {
                var id = tell(service).id();

                assertThat(pending.get()).isEqualTo(THIS_TIME);
                Await.until("it is closed", () -> service.closed().equals(List.of(id.intValue())));
            }
        }

        /// The toolkit cannot start twice in a process.
        @Test
        void isAWindowWhereTheServiceHasNoButtons() throws Exception {
            try (var service = new NotificationService(session, "body")) {
                var process = PromptProcess.start(session, NO_WINDOWS);
                Await.until(
                        "the role is there",
                        Duration.ofSeconds(60),
                        () -> portal.bus.peers().owner(PromptRole.NAME).isPresent());
                pending = portal.tellOf(HANDLE, MAPS, "Maps");

                assertThat(process.waitFor()).as("there is no display").isEqualTo(1);
                assertThat(service.hasShown()).isFalse();
            }
        }
    }

    @Test
    void onlyThePortalMayAskForThem() throws Exception {
        try (var _ = role(Map.of("GATEHOUSE_PROMPT_SCRIPT", "allow"));
                var stranger = Portal.stranger(session)) {
            assertThatThrownBy(() -> stranger.tellOf(HANDLE, MAPS, "Maps").get())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("only org.freedesktop.portal.Desktop may ask");
            assertThatThrownBy(stranger::appStates)
                    .hasMessageContaining("only org.freedesktop.portal.Desktop may ask");
        }
    }

    @Test
    void noAutostartEntryIsEverWritten() throws Exception {
        try (var _ = role(Map.of("GATEHOUSE_PROMPT_SCRIPT", "allow"))) {
            var background = portal.background(Duration.ofSeconds(10));

            assertThatThrownBy(() ->
                            background.EnableAutostart(MAPS, true, List.of("maps"), new UInt32(0)))
                    .hasMessageContaining("EnableAutostart is not supported");
        }
    }

    @Test
    void withoutADisplayNobodyKnowsWhoHasWindows() throws Exception {
        try (var _ = role(Map.of("GATEHOUSE_PROMPT_SCRIPT", "allow"))) {
            assertThatThrownBy(portal::appStates).hasMessageContaining("does not tell which apps");
        }
    }

    private int pressedLater(NotificationService service, String action) throws Exception {
        var id = tell(service).id();
        armed();
        service.press(id, action);
        return pending.get();
    }

    private NotificationService.Shown tell(NotificationService service) throws Exception {
        pending = portal.tellOf(HANDLE, MAPS, "Maps");
        return service.awaitShown();
    }

    /// Lets the time pass in which a press does not count.
    private static void armed() {
        long end = System.nanoTime() + Arming.DELAY.toNanos() + 100_000_000L;
        Await.until("time passes", () -> System.nanoTime() > end);
    }

    private RunningRole role(Map<String, String> more) throws RoleFailure {
        var environment = new HashMap<>(session.environment());
        environment.putAll(more);
        return PromptRole.start(new RoleSettings(environment, false, true));
    }
}
