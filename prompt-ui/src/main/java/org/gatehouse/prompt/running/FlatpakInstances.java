package org.gatehouse.prompt.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.identity.AppOfProcess;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;

/// The Flatpak instances that are alive.
///
/// Flatpak has a folder for each instance, and leaves it behind when the instance ends. So one
/// counts only if the process that its `bwrapinfo.json` names is in a sandbox of this very
/// instance.
///
/// Threads: any platform thread; reads files.
///
/// @param folder `$XDG_RUNTIME_DIR/.flatpak`
record FlatpakInstances(Path folder) {

    private static final Pattern CHILD = Pattern.compile("\"child-pid\"\\s*:\\s*(\\d{1,10})\\b");
    private static final int LARGEST_FILE = 64 * 1024;

    /// The ids of their apps.
    Set<String> apps() {
        var apps = new HashSet<String>();
        try (var instances = Files.newDirectoryStream(folder)) {
            for (var instance : instances) {
                app(instance).ifPresent(apps::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return apps; // no Flatpak app has ever run in this session
        }
        return apps;
    }

    private static Optional<String> app(Path instance) {
        return child(instance.resolve("bwrapinfo.json"))
                .flatMap(AppOfProcess::of)
                .filter(Sandboxed.class::isInstance)
                .map(Sandboxed.class::cast)
                .filter(app -> app.kind() == SandboxKind.FLATPAK)
                .filter(app -> instance.endsWith(app.instance()))
                .map(Sandboxed::wireId);
    }

    private static Optional<Long> child(Path info) {
        try (var in = Files.newInputStream(info)) {
            var found =
                    CHILD.matcher(new String(in.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8));
            return found.find() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
