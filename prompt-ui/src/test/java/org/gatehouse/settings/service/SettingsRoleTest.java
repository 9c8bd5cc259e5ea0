package org.gatehouse.settings.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.freedesktop.Application;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsRoleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PrivateBus session;
    private BusConnection caller;

    @BeforeEach
    void startASession() {
        session = PrivateBus.start();
        caller = session.connect();
    }

    @AfterEach
    void endIt() {
        caller.close();
        session.close();
    }

    private String owner() {
        return caller.peers().owner(SettingsRole.NAME).orElse("");
    }

    private Process opened() {
        var process = SettingsProcess.start(session);
        Await.until("the window has its name", PATIENCE, () -> !owner().isEmpty());
        return process;
    }

    private Application application() {
        return caller.remote(
                Application.class, SettingsRole.NAME, SettingsRole.PATH, Duration.ofSeconds(20));
    }

    @Test
    void runsOnceAndASecondStartEndsAtOnce() throws Exception {
        var first = opened();
        var owner = owner();

        var second = SettingsProcess.start(session);

        assertThat(second.waitFor()).isZero();
        assertThat(owner()).isEqualTo(owner);
        assertThat(first.isAlive()).isTrue();
    }

    @Test
    void answersWhatTheDesktopAsksOfAnApplication() {
        var process = opened();

        application().Activate(Map.of());
        application().Open(List.of("file:///nothing"), Map.of());
        application().ActivateAction("show-deferred", List.of(), Map.of());
        application().ActivateAction("unknown", List.of(), Map.of());

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void staysOpenWithoutAService() {
        var process = opened();

        application().Activate(Map.of());

        assertThat(caller.peers().owner(BusPermissions.NAME)).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void endsWithTheBus() throws Exception {
        var process = opened();

        ProcessHandle.of(session.pid()).ifPresent(ProcessHandle::destroy);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
