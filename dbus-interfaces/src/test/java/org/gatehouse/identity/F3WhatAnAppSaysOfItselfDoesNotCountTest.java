package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who a caller is comes from the kernel and the bus; its environment and its arguments are words.
class F3WhatAnAppSaysOfItselfDoesNotCountTest {

    private static final Map<String, String> CLAIMS =
            Map.of(
                    "FLATPAK_ID", "org.example.Trusted",
                    "SNAP_NAME", "trusted",
                    "APP_ID", "org.example.Trusted",
                    "XDG_DESKTOP_PORTAL_TEST_APP_ID", "org.example.Trusted",
                    "XDG_DESKTOP_PORTAL_TEST_APP_INFO_KIND", "host",
                    "GIO_LAUNCHED_DESKTOP_FILE", "/usr/share/applications/trusted.desktop");

    @Test
    void forAHostProgram() {
        try (var mirror = Mirror.start()) {
            var command = mirror.question().toArray(String[]::new);

            assertThat(mirror.session().run(CLAIMS, command).succeeded()).contains("Host[label=]");
        }
    }

    @Test
    void forASandbox() {
        try (var mirror = Mirror.start()) {
            var words = new ArrayList<String>();
            CLAIMS.forEach((name, value) -> words.addAll(List.of("--setenv", name, value)));

            assertThat(mirror.askInside(words.toArray(String[]::new)).out()).contains("Unknown[]");
        }
    }
}
