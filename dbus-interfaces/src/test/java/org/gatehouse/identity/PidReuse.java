package org.gatehouse.identity;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.freedesktop.DBus;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.libc.UnixSockets;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;

/// The attack of R17, to be run in a process namespace of its own: a sandboxed caller whose
/// connection outlives it, and a host program that gets its process id.
///
/// The connection is kept by a copy of the caller's socket, as a sandbox would keep it in a sibling
/// process; the id is given to the host program through `ns_last_pid`.
final class PidReuse implements AutoCloseable {

    private static final Path NEXT_PID = Path.of("/proc/sys/kernel/ns_last_pid");
    private static final int ATTEMPTS = 200;

    private static final int MOST_SPOILT = 20;
    private static final String[] CALLER = {
        "gdbus", "monitor", "--address=unix:path=/run/bus", "--dest=org.example.Nobody"
    };
    private static final String[] SILENT_CALLER = {
        "perl",
        "-MSocket",
        "-e",
        "socket(S,PF_UNIX,SOCK_STREAM,0); connect(S,sockaddr_un('/run/bus')); sleep 1000"
    };

    private final PrivateBus session = PrivateBus.start();
    private final BusConnection bus = session.connect();
    private final ConnectionEvidence evidence;
    private final DBus driver =
            bus.remote(
                    DBus.class,
                    "org.freedesktop.DBus",
                    "/org/freedesktop/DBus",
                    BusConnection.NO_DEADLINE);

    private int spoilt;

    private PidReuse() throws SystemCallException {
        this.evidence = new ConnectionEvidence(bus);
    }

    /// Prints how many rounds fooled a look at the process alone, and how many fooled us.
    ///
    /// @param arguments the number of rounds; `late` for connections that are announced only when
    ///   the process id has been reused
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        boolean isLate = arguments[1].equals("late");
        int naive = 0;
        int taken = 0;
        try (var attack = new PidReuse()) {
            for (int i = 0; i < rounds; i++) {
                var seen = attack.attempted(isLate);
                naive += seen.contains("naive") ? 1 : 0;
                taken += seen.contains("host") ? 1 : 0;
            }
        }
        System.out.println("rounds=" + rounds + " naive=" + naive + " host=" + taken);
    }

    private Set<String> attempted(boolean isLate) throws Exception {
        while (true) {
            try {
                return isLate ? lateRound() : round();
            } catch (IdTaken e) {
                spoilt++;
                if (spoilt > MOST_SPOILT) {
                    throw e;
                }
            }
        }
    }

    private Set<String> round() throws Exception {
        var before = new HashSet<>(driver.ListNames());
        try (var caller = Sandbox.running(sandboxed(CALLER))) {
            var sender = newcomer(before);
            long pid = evidence.processId(sender);
            try (var _ = new CopiedSockets(pid)) {
                caller.end();
                return verdicts(pid, () -> sender);
            }
        }
    }

    /// The connection is made, its maker dies, its process id is reused, and only then it greets.
    private Set<String> lateRound() throws Exception {
        var before = new HashSet<>(driver.ListNames());
        try (var caller = Sandbox.running(sandboxed(SILENT_CALLER))) {
            Await.until("it connects", () -> caller.processes("perl").anyMatch(PidReuse::connects));
            long pid =
                    caller.processes("perl").filter(PidReuse::connects).findFirst().orElseThrow();
            try (var kept = new CopiedSockets(pid)) {
                caller.end();
                return verdicts(
                        pid,
                        () -> {
                            kept.greet();
                            return newcomer(before);
                        });
            }
        }
    }

    private static boolean connects(long pid) {
        try (var open = Files.list(Path.of("/proc/" + pid + "/fd"));
                var sockets = new UnixSockets();
                var process = ProcessFolder.open(Long.toString(pid))) {
            return open.flatMap(fd -> process.socket("fd/" + fd.getFileName()).stream())
                    .anyMatch(socket -> sockets.peerName(socket).isPresent());
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> sandboxed(String... program) {
        var run = session.folder().resolve("run").toString();
        var command = Sandbox.ownRoot("--bind", run, "/run");
        command.addAll(List.of(program));
        return command;
    }

    private String newcomer(Set<String> before) {
        var found = new HashSet<String>();
        Await.until(
                "the caller connects",
                () -> {
                    found.addAll(driver.ListNames());
                    found.removeAll(before);
                    return !found.isEmpty();
                });
        return found.iterator().next();
    }

    private static Process hostProgramWith(long pid)
            throws IOException, InterruptedException, IdTaken {
        for (int i = 0; i < ATTEMPTS; i++) {
            Files.writeString(NEXT_PID, Long.toString(pid - 1));
            var program = new ProcessBuilder("sleep", "1000").start();
            if (program.pid() == pid) {
                return program;
            }
            program.destroyForcibly().waitFor();
        }
        throw new IdTaken(pid);
    }

    private Set<String> verdicts(long pid, Callable<String> greeted) throws Exception {
        Await.until("it has ended", () -> !Files.exists(Path.of("/proc/" + pid)));
        var host = hostProgramWith(pid);
        try {
            var sender = greeted.call();
            var seen = new HashSet<String>();
            if (isHost(new LessCareful(evidence), sender)) {
                seen.add("naive");
            }
            if (isHost(evidence, sender)) {
                seen.add("host");
            }
            return seen;
        } finally {
            host.destroyForcibly().waitFor();
        }
    }

    private boolean isHost(BusEvidence given, String sender) throws Exception {
        var identifier = ProcessIdentifierTest.identifier(given, session.folder());
        try {
            return identifier.identify(sender).identity() instanceof Host;
        } catch (IdentityDoubt e) {
            return false;
        }
    }

    /// What the bus tells, but neither times nor sockets: shows that the attack itself works.
    private record LessCareful(BusEvidence real) implements BusEvidence {

        @Override
        public long connectedBefore(String sender) {
            return Long.MAX_VALUE;
        }

        @Override
        public Credentials credentials(String sender) throws IdentityDoubt {
            return real.credentials(sender);
        }

        @Override
        public long processId(String sender) throws IdentityDoubt {
            return real.processId(sender);
        }

        @Override
        public boolean holdsItsConnections(long pid, ProcessFolder process) {
            return true;
        }
    }

    /// A thread of ours that stays may have got the id: such a round is no attack.
    private static final class IdTaken extends Exception {
        @Serial private static final long serialVersionUID = 1;

        IdTaken(long pid) {
            super(pid + " could not be had again");
        }
    }

    @Override
    public void close() {
        bus.close();
        session.close();
    }
}
