package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.Permissions1;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requirements F28, F29 and N5: a sandboxed app reaches no method of Permissions1, a host program
/// reaches them all.
class F28OnlyHostProgramsSeeWhoHoldsWhatTest {

    private static ServedStore served;

    @BeforeAll
    static void start() throws Exception {
        served = ServedStore.start();
        served.store.SetPermission(
                "location", true, "location", "org.b.App", List.of("EXACT", "0"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    static Stream<String> methods() {
        return Stream.of(Permissions1.class.getDeclaredMethods()).map(Method::getName).sorted();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aFlatpakIsRefused(String method) throws Exception {
        assertThat(called(SandboxedCaller.flatpak(served.bus), method))
                .contains("org.freedesktop.DBus.Error.AccessDenied");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anUnknownSandboxIsRefused(String method) {
        assertThat(called(SandboxedCaller.unknown(), method))
                .contains("org.freedesktop.DBus.Error.AccessDenied");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aHostProgramIsHeard(String method) {
        assertThat(called(List.of(), method)).doesNotContain("AccessDenied");
    }

    /// Without arguments: who may not call is refused before they are looked at.
    private static String called(List<String> sandbox, String method) {
        var command = new ArrayList<>(sandbox);
        command.addAll(
                List.of(
                        "dbus-send",
                        "--session",
                        "--print-reply",
                        "--dest=" + Permissions1Face.NAME,
                        Permissions1Face.PATH,
                        Permissions1Face.NAME + "." + method));
        var result = served.bus.run(command.toArray(String[]::new));
        return result.out() + result.err();
    }

    @Test
    void anAppThatHoldsNothingLooksLikeOneThatIsNotThere() {
        try (var app = new Listening(served)) {
            assertThat(app.grants("app", "org.not.There")).isEmpty();
            assertThat(app.apps("app", "org.not.There")).isEmpty();
        }
    }

    @Test
    void anotherProcessListsAndChangesWithoutAQuestion() {
        served.bus
                .run(
                        "gdbus",
                        "call",
                        "--session",
                        "-d",
                        Permissions1Face.NAME,
                        "-o",
                        Permissions1Face.PATH,
                        "-m",
                        Permissions1Face.NAME + ".Set",
                        "location",
                        "flatpak",
                        "org.c.App",
                        "{'verdict': <'allow'>, 'level': <'city'>}",
                        "0")
                .succeeded();

        var listed =
                served.bus
                        .run(
                                "gdbus",
                                "call",
                                "--session",
                                "-d",
                                Permissions1Face.NAME,
                                "-o",
                                Permissions1Face.PATH,
                                "-m",
                                Permissions1Face.NAME + ".ListGrants",
                                "{'app': <'org.c.App'>}")
                        .succeeded();
        assertThat(listed).contains("'level': <'city'>").contains("'verdict': <'allow'>");
        var newest = served.permissions.Ledger(Map.of(), new UInt64(0), new UInt32(1));
        assertThat(Listening.plain(newest).getFirst())
                .containsEntry("executable", "/usr/bin/gdbus");
    }
}
