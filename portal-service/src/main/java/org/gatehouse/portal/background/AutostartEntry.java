package org.gatehouse.portal.background;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.desktop.DesktopEntry;
import org.gatehouse.portal.consent.PlainText;
import org.gatehouse.protocol.AppId;

/// What starts one app at login: a desktop entry that belongs to its grant.
///
/// Source: portal-semantics 3.4.
///
/// @param app its id, the file's name without `.desktop`
/// @param text the whole file
record AutostartEntry(AppId app, String text) {

    /// The key that marks an entry as ours: its value is the app's id.
    static final String MARK = "X-XDP-Autostart";

    /// What is started, and how.
    ///
    /// @param commandLine empty for the app's usual one
    record Start(Optional<CommandLine> commandLine, boolean byActivation) {}

    /// The entry of a Flatpak app.
    ///
    /// @param installed its desktop file
    static AutostartEntry ofFlatpak(AppId app, Optional<DesktopEntry> installed, Start start) {
        var words = new ArrayList<>(List.of("flatpak", "run"));
        start.commandLine().ifPresent(line -> words.add("--command=" + line.program()));
        words.add(app.value());
        start.commandLine().ifPresent(line -> words.addAll(line.arguments()));
        var lines = lines(app, installed);
        lines.add("Exec=" + ExecLine.of(words));
        addActivation(lines, start);
        lines.add("X-Flatpak=" + app);
        return of(app, lines);
    }

    /// The entry of a program outside any sandbox.
    ///
    /// @param installed its desktop file, whose `Exec` counts where there is no command line
    static AutostartEntry ofHost(AppId app, Optional<DesktopEntry> installed, Start start) {
        var lines = lines(app, installed);
        start.commandLine()
                .map(line -> ExecLine.of(line.words()))
                .or(() -> installed.flatMap(DesktopEntry::exec))
                .ifPresent(exec -> lines.add("Exec=" + exec));
        addActivation(lines, start);
        return of(app, lines);
    }

    private static List<String> lines(AppId app, Optional<DesktopEntry> installed) {
        var name = installed.map(entry -> PlainText.of(entry.name())).orElse("");
        return new ArrayList<>(
                List.of(
                        "[Desktop Entry]",
                        "Type=Application",
                        "Name=" + ExecLine.value(name.isEmpty() ? app.value() : name),
                        MARK + "=" + app));
    }

    private static void addActivation(List<String> lines, Start start) {
        if (start.byActivation()) {
            lines.add("DBusActivatable=true");
        }
    }

    private static AutostartEntry of(AppId app, List<String> lines) {
        return new AutostartEntry(app, String.join("\n", lines) + "\n");
    }
}
