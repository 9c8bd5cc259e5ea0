package org.gatehouse.documents.reach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.HostPath;

/// What snaps see of the host: `snap routine file-access NAME PATH` says it.
///
/// Without snapd, or where it does not answer within 3 seconds, they see nothing, and get a
/// document.
final class SnapReach implements Reach {

    static final String PREFIX = "snap.";

    private static final int SECONDS = 3;
    private static final int LONGEST = 64;

    private final Map<String, String> environment;

    SnapReach(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Access of(AppId app, HostPath path) {
        // the program takes text; a name that is none does not survive the way there
        var text = path.toString();
        if (!HostPath.parse(text.getBytes(StandardCharsets.UTF_8)).equals(Optional.of(path))) {
            return Access.NONE;
        }
        return program().map(snap -> ask(snap, app, text)).orElse(Access.NONE);
    }

    private Access ask(Path snap, AppId app, String path) {
        var name = app.value().substring(PREFIX.length());
        var builder =
                new ProcessBuilder(List.of(snap.toString(), "routine", "file-access", name, path));
        builder.environment().clear();
        for (var variable : List.of("PATH", "HOME")) {
            if (environment.containsKey(variable)) {
                builder.environment().put(variable, environment.get(variable));
            }
        }
        try {
            return answer(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException _) {
            return Access.NONE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Access.NONE;
        }
    }

    private static Access answer(Process child) throws IOException, InterruptedException {
        child.getOutputStream().close();
        if (!child.waitFor(SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly();
            return Access.NONE;
        }
        var said = new String(child.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
        return switch (child.exitValue() == 0 ? said.strip() : "") {
            case "read-write" -> Access.WRITE;
            case "read-only" -> Access.READ;
            default -> Access.NONE;
        };
    }

    private Optional<Path> program() {
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "snap"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
