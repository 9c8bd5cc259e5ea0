package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A session of a user who has no privileges, whoever runs the tests.
class U18NothingNeedsPrivilegesTest {

    private static final String USER = "1000";

    private static final List<String> NAMES =
            List.of(Names.STORE, Names.PERMISSIONS1, Names.PORTAL, Names.PROMPT);

    /// Calls each name, which starts its process, and shows what that process may do.
    private static final String STATUS_OF_EACH =
            """
            for name in "$@"; do
                gdbus call --session -d "$name" -o / -m org.freedesktop.DBus.Peer.Ping
                pid=$(gdbus call --session -d org.freedesktop.DBus -o / \
                    -m org.freedesktop.DBus.GetConnectionUnixProcessID "$name" | tr -dc '0-9 ')
                cat "/proc/${pid##* }/status"
            done
            """;

    @Test
    void everyProcessIsTheUsersAndMayDoNothingElse() throws InterruptedException {
        var session = session();

        assertThat(session.awaitEnd()).as(session.output()).isZero();
        var status = session.output().lines().toList();
        assertThat(status).filteredOn("()"::equals).hasSize(NAMES.size());
        assertThat(status)
                .filteredOn(line -> line.startsWith("Uid:"))
                .hasSize(NAMES.size())
                .allMatch(line -> line.matches("Uid:(\\s+" + USER + "){4}"));
        assertThat(status)
                .filteredOn(line -> line.matches("Cap(Inh|Prm|Eff|Amb):.*"))
                .hasSize(4 * NAMES.size())
                .allMatch(line -> line.matches("Cap...:\\s+0+"));
    }

    private static Program session() {
        var command =
                Stream.concat(
                        Stream.of(
                                "unshare",
                                "--user",
                                "--map-user=" + USER,
                                "--map-group=" + USER,
                                Image.script("parts/private-desktop"),
                                "--display",
                                "--image",
                                Image.ROOT.toString(),
                                "--",
                                "sh",
                                "-e",
                                "-c",
                                STATUS_OF_EACH,
                                "sh"),
                        NAMES.stream());
        return new Program(new ProcessBuilder(command.toList()));
    }
}
