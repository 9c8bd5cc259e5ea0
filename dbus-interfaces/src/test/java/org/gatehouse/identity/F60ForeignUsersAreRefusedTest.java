package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.libc.Libc;
import org.junit.jupiter.api.Test;

/// A caller of another user, on a bus that lets every user in.
class F60ForeignUsersAreRefusedTest {

    @Test
    void whateverTheyAsk() throws Exception {
        assumeTrue(Libc.effectiveUser() == 0, "only root may become somebody else");
        try (var mirror = Mirror.forEverybody()) {
            var passable = PosixFilePermissions.fromString("rwx--x--x");
            Files.setPosixFilePermissions(mirror.session().folder(), passable);
            Files.setPosixFilePermissions(mirror.session().folder().resolve("run"), passable);
            assertThat(mirror.ask().succeeded()).contains("Host");

            var command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534"));
            command.add("--clear-groups");
            command.addAll(mirror.question());
            var answer = mirror.session().run(command.toArray(String[]::new));

            assertThat(answer.err()).contains("org.freedesktop.DBus.Error.AccessDenied");
        }
    }
}
