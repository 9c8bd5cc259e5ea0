package org.gatehouse.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Asks snapd which snap a process belongs to: `snap routine portal-info PID`.
///
/// The child gets the search path, the home folder and nothing else of our environment. Blocks for
/// at most 3 s.
final class SnapRoutine {

    private static final int SECONDS = 3;
    private static final int LARGEST_ANSWER = 1 << 16;

    private final Map<String, String> environment;

    SnapRoutine(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @throws IdentityDoubt if there is no snapd, or it does not know the process
    KeyFile portalInfo(long pid) throws IdentityDoubt {
        try {
            var child = start(pid);
            child.getOutputStream().close();
            // an answer that does not fit into the pipe counts as none
            if (!child.waitFor(SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
                throw new IdentityDoubt("snapd does not answer");
            }
            if (child.exitValue() != 0) {
                throw new IdentityDoubt("snapd does not know the process");
            }
            return KeyFile.parse(child.getInputStream().readNBytes(LARGEST_ANSWER));
        } catch (IOException e) {
            throw new IdentityDoubt("snapd cannot be asked: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityDoubt("interrupted");
        }
    }

    private Process start(long pid) throws IOException, IdentityDoubt {
        var builder =
                new ProcessBuilder(
                        List.of(program().toString(), "routine", "portal-info", "" + pid));
        builder.environment().clear();
        for (var variable : List.of("PATH", "HOME")) {
            if (environment.containsKey(variable)) {
                builder.environment().put(variable, environment.get(variable));
            }
        }
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Path program() throws IdentityDoubt {
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "snap"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IdentityDoubt("there is no snapd to confirm a snap"));
    }
}
