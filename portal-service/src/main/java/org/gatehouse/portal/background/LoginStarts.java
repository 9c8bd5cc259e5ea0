package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which instances the session has started from an entry: by the name of the unit where systemd
/// did, else by the rule of [LoginStart].
///
/// The session begins with its bus. Where that is older than the login, as with a lingering user,
/// too few instances are told to come from an entry, never too many.
///
/// Threads: one; each instance is looked at once, before the app can change its entry.
@Singleton
final class LoginStarts {

    private static final Logger LOG = LoggerFactory.getLogger(LoginStarts.class);
    private static final String BUS = "org.freedesktop.DBus";

    private final BusConnection bus;
    private final AutostartFolder folder;
    private final Map<String, Boolean> known = new HashMap<>();
    private Optional<Long> sessionBegan = Optional.empty();

    @Inject
    LoginStarts(BusConnection bus, Autostart autostart) {
        this.bus = bus;
        this.folder = autostart.folder();
    }

    /// Whether the session started it from an entry.
    boolean has(Instance instance) {
        return known.computeIfAbsent(instance.id(), _ -> find(instance));
    }

    /// Instances that are gone are forgotten.
    void retain(Set<String> running) {
        known.keySet().retainAll(running);
    }

    private boolean find(Instance instance) {
        return switch (instance) {
            case FlatpakInstance flatpak -> byRule(flatpak, words(flatpak.first()));
            case UnitInstance unit when unit.isFromAutostartEntry() -> true;
            case UnitInstance unit -> !unit.isService() && byRule(unit, Optional.empty());
        };
    }

    private boolean byRule(Instance instance, Optional<List<String>> words) {
        return began().map(began -> new LoginStart(folder.entry(instance.app()), began))
                .filter(rule -> rule.covers(instance.app(), instance.since(), words))
                .isPresent();
    }

    private Optional<Long> began() {
        if (sessionBegan.isEmpty()) {
            try (var daemon = bus.credentials(BUS)) {
                sessionBegan =
                        ProcessHandle.of(daemon.pid())
                                .flatMap(process -> process.info().startInstant())
                                .map(Instant::getEpochSecond);
            } catch (BusException e) {
                LOG.info("it cannot be told when the session began: {}", e.getMessage());
            }
        }
        return sessionBegan;
    }

    /// What bubblewrap was told to run: `bwrap --args NUMBER [--] PROGRAM ARGUMENT…`.
    private static Optional<List<String>> words(int first) {
        try {
            var line =
                    List.of(Files.readString(Path.of("/proc/" + first + "/cmdline")).split("\0"));
            int start = line.indexOf("--args") + 2;
            if (start < 2 || start >= line.size()) {
                return Optional.empty();
            }
            var words = line.subList(start, line.size());
            return Optional.of(
                    words.getFirst().equals("--") ? words.subList(1, words.size()) : words);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
