package org.gatehouse.portal.background;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.protocol.AppId;

/// Whether an instance was started from the entry that starts its app at login. Pure.
///
/// Nothing in a process says so beyond doubt unless systemd started it. So all of this must hold:
/// the session has an entry for the app, which is older than the instance; the instance began
/// within two minutes of the session; and it was given the words that the entry gives, as far as
/// that can be seen. Whoever starts an app by hand in just this way, so soon after logging in, is
/// taken for the session.
///
/// @param entry what the session's entry is; empty if there is none
/// @param sessionBegan seconds since the epoch
record LoginStart(Optional<Entry> entry, long sessionBegan) {

    static final Duration SOON = Duration.ofMinutes(2);

    /// The kernel tells when a process began in ticks since a boot whose time it rounds.
    private static final long INEXACT = 2;

    /// An entry that starts an app at login.
    ///
    /// @param written seconds since the epoch
    /// @param words of its `Exec`
    record Entry(long written, List<String> words) {}

    /// @param began seconds since the epoch
    /// @param words the program and its arguments in the sandbox; empty if they cannot be seen
    boolean covers(AppId app, long began, Optional<List<String>> words) {
        boolean soon = began >= sessionBegan && began - sessionBegan <= SOON.toSeconds();
        return soon
                && entry.filter(each -> each.written() <= began + INEXACT)
                        .filter(each -> words.isEmpty() || fits(each.words(), app, words.get()))
                        .isPresent();
    }

    /// `flatpak run [--command=PROGRAM] ID ARGUMENT…` against what runs.
    private static boolean fits(List<String> entry, AppId app, List<String> running) {
        int id = entry.indexOf(app.value());
        if (id < 0 || running.isEmpty()) {
            return false;
        }
        var arguments = entry.subList(id + 1, entry.size());
        var program =
                entry.subList(0, id).stream()
                        .filter(each -> each.startsWith("--command="))
                        .map(each -> each.substring("--command=".length()))
                        .findFirst();
        return arguments.equals(running.subList(1, running.size()))
                && program.filter(each -> !each.equals(running.getFirst())).isEmpty();
    }
}
