package org.gatehouse.prompt.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.prompt.service.Portal.HANDLE;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.prompt.service.FilePortal.Outcome;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the file chooser answers on the bus, picked by a script instead of a person.
class F8PickingGrantsAndCancellingDeniesTest {

    private PrivateBus session;
    private Portal portal;
    private FilePortal files;

    @BeforeEach
    void start() {
        session = PrivateBus.start();
        portal = Portal.on(session);
        files = new FilePortal(portal);
    }

    @AfterEach
    void end() {
        portal.close();
        session.close();
    }

    @Test
    void pickingIsZeroAndCancellingIsOne() throws Exception {
        try (var _ = role("allow:0=/home/ada/ä b;deny")) {
            var picked = get(files.open(HANDLE, Map.of()));
            var cancelled = get(files.open(HANDLE, Map.of()));

            assertThat(picked.code()).isZero();
            assertThat(picked.uris()).containsExactly("file:///home/ada/%C3%A4%20b");
            assertThat(picked.value("writable")).isEqualTo(false);
            assertThat(cancelled.code()).isEqualTo(1);
            assertThat(cancelled.results()).isEmpty();
        }
    }

    @Test
    void nothingSaysWhetherASavedFileIsWritable() throws Exception {
        try (var _ = role("allow:0=/home/ada/new")) {
            var saved = get(files.save(HANDLE, Map.of("current_name", new Variant<>("new"))));

            assertThat(saved.uris()).containsExactly("file:///home/ada/new");
            assertThat(saved.results()).doesNotContainKey("writable");
        }
    }

    @Test
    void severalSavedFilesComeBackInTheirOrder() throws Exception {
        try (var _ = role("allow:0=/home/ada")) {
            var saved = get(files.saveAll(HANDLE, Map.of("files", names("z", "a"))));

            assertThat(saved.uris()).containsExactly("file:///home/ada/z", "file:///home/ada/a");
        }
    }

    @Test
    void closingTheRequestIsTwo() throws Exception {
        try (var _ = role("timeout")) {
            var pending = files.open(HANDLE, Map.of());
            Await.until("a request is open", () -> portal.hasRequest(HANDLE));

            portal.closeRequest(HANDLE);

            assertThat(get(pending).code()).isEqualTo(2);
        }
    }

    @Test
    void theFilterAndTheChoicesComeBack() throws Exception {
        try (var _ = role("allow:0=/a,encoding=latin")) {
            var glob = new Object[] {new UInt32(0), "*.txt"};
            var type = new Object[] {new UInt32(1), "text/*"};
            var filter = new Object[] {"_Text", List.<Object[]>of(glob, type)};
            var options = List.<Object[]>of(pair("utf8"), pair("latin"));
            var choice = new Object[] {"encoding", "Encoding", options, "utf8"};

            var picked =
                    get(
                            files.open(
                                    HANDLE,
                                    Map.of(
                                            "current_filter",
                                            new Variant<>(filter, "(sa(us))"),
                                            "choices",
                                            new Variant<>(
                                                    List.<Object[]>of(choice), "a(ssa(ss)s)"))));

            assertThat(picked.choices()).containsExactly("encoding=latin");
            var back = (Object[]) picked.value("current_filter");
            assertThat(back[0]).isEqualTo("_Text");
            assertThat((List<?>) back[1]).hasSize(2);
        }
    }

    @Test
    void aKnownOptionOfAnotherTypeIsRefusedAndAnUnknownOneIsNot() throws Exception {
        try (var _ = role("allow:0=/a")) {
            assertRefused(files.open(HANDLE, Map.of("multiple", new Variant<>("yes"))));
            assertRefused(files.saveAll(HANDLE, Map.of("files", names("a/b"))));
            assertRefused(files.saveAll(HANDLE, Map.of("files", names(".."))));
            assertRefused(files.saveAll(HANDLE, Map.of()));
            var hints =
                    Map.<String, Variant<?>>of(
                            "current_folder", new Variant<>("/tmp"), "colour", new Variant<>(1));
            assertThat(get(files.open(HANDLE, hints)).code()).isZero();
        }
    }

    @Test
    void onlyThePortalMayAsk() throws Exception {
        try (var _ = role("allow:0=/a");
                var stranger = Portal.stranger(session)) {
            assertThatThrownBy(() -> new FilePortal(stranger).open(HANDLE, Map.of()).get())
                    .cause()
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            e -> assertThat(e.name()).endsWith(".AccessDenied"));
        }
    }

    private static void assertRefused(CompletableFuture<Outcome> call) {
        assertThatThrownBy(call::get)
                .cause()
                .isInstanceOfSatisfying(
                        RemoteException.class,
                        e -> assertThat(e.name()).endsWith(".InvalidArgument"));
    }

    private static Object[] pair(String id) {
        return new Object[] {id, "label of " + id};
    }

    private static Variant<?> names(String... names) {
        return new Variant<>(
                List.of(names).stream()
                        .map(name -> (name + "\0").getBytes(StandardCharsets.UTF_8))
                        .toList(),
                "aay");
    }

    private static Outcome get(CompletableFuture<Outcome> pending) throws Exception {
        return pending.get(10, TimeUnit.SECONDS);
    }

    private RunningRole role(String script) throws RoleFailure {
        var environment = new HashMap<>(session.environment());
        environment.put("GATEHOUSE_PROMPT_SCRIPT", script);
        return PromptRole.start(new RoleSettings(environment, false, true));
    }
}
