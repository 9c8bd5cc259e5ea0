package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sandbox whose record of itself is odd is refused by everything, and never taken for a host.
class P39OddIdentitiesAreRefusedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[Application]\nname=org.example.Maps\n",
                "[Application]\nname=maps\n[Instance]\ninstance-id=1\n",
                "[Application]\nname=org.example.Maps\n[Instance]\ninstance-id=1\n[Instance]\n",
                "name=org.example.Maps\ninstance-id=1\n"
            })
    void withAForgedRecord(String content) throws IOException {
        try (var mirror = Mirror.start()) {
            var record = Files.writeString(mirror.session().folder().resolve("record"), content);

            refused(mirror, "--ro-bind", record.toString(), "/.flatpak-info");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--dir /.flatpak-info",
                "--symlink etc/hostname /.flatpak-info",
                "--symlink none /.flatpak-info",
                "--dev-bind /dev/zero /.flatpak-info",
                "--ro-bind /proc/self/mem /.flatpak-info"
            })
    void withAnythingButAReadableRegularFileForARecord(String inside) {
        try (var mirror = Mirror.start()) {
            refused(mirror, inside.split(" "));
        }
    }

    private static void refused(Mirror mirror, String... inside) {
        assertThat(mirror.askInside(inside).err())
                .contains("org.freedesktop.DBus.Error.AccessDenied");
    }
}
