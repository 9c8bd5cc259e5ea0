package org.gatehouse.portal.install;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.ConsentRequest;
import org.gatehouse.portal.consent.Question.Place;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.HandleToken;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.RequestHandle;
import org.gatehouse.protocol.SandboxKind;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.watch.FolderWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks about an app when it is installed, for the classes of which the policy says so.
///
/// Folders are watched only while a rule wants that. What was installed before stays unasked: its
/// requests wait in the list.
///
/// Threads: one of the watch at a time; each question waits on a virtual thread of its own.
@Singleton
public final class InstallQuestions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InstallQuestions.class);
    private static final String ENDING = ".desktop";

    private final BusConnection bus;
    private final PolicyFiles policy;
    private final Catalogue catalogue;
    private final ConsentGate gate;
    private final DesktopFiles apps;
    private final List<Path> folders;
    private final Set<Thread> asking = new HashSet<>();
    private Set<String> known = Set.of();
    private @Nullable FolderWatch watch;
    private boolean closed;

    @Inject
    InstallQuestions(
            BusConnection bus,
            PolicyFiles policy,
            Catalogue catalogue,
            ConsentGate gate,
            DesktopFiles apps,
            RoleSettings settings) {
        this.bus = bus;
        this.policy = policy;
        this.catalogue = catalogue;
        this.gate = gate;
        this.apps = apps;
        this.folders =
                DesktopEntries.dataFolders(settings.directories()).stream()
                        .map(data -> data.resolve("applications"))
                        .toList();
        policy.onChange(this::policyChanged);
    }

    private synchronized void policyChanged() {
        boolean wanted = policy.rules().asksAtInstallation() && !closed;
        if (!wanted && watch != null) {
            watch.close();
            watch = null;
        }
        if (wanted && watch == null) {
            try {
                watch = FolderWatch.start("install-watch", folders, this::look);
                known = flatpaks();
            } catch (IOException e) {
                LOG.warn("installations are not heard of: {}", e.getMessage());
            }
        }
    }

    private synchronized void look() {
        var present = flatpaks();
        var fresh = new TreeSet<>(present);
        fresh.removeAll(known);
        known = present;
        if (!closed) {
            fresh.stream().flatMap(id -> AppId.parse(id).stream()).forEach(this::installed);
        }
    }

    private Set<String> flatpaks() {
        var ids = new HashSet<String>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(ENDING))
                        .flatMap(file -> KeyFile.read(file).stream())
                        .flatMap(file -> file.value("Desktop Entry", "X-Flatpak").stream())
                        .forEach(ids::add);
            } catch (IOException e) {
                LOG.debug("{} is not looked at: {}", folder, e.getMessage());
            }
        }
        return ids;
    }

    private void installed(AppId app) {
        var identity = new AppIdentity.Sandboxed(SandboxKind.FLATPAK, app, "");
        for (var permission : catalogue.all()) {
            if (policy.rules().asksAtInstallation(permission, identity)) {
                LOG.info("{} was installed; {} is asked about", app, permission.id());
                asking.removeIf(each -> !each.isAlive());
                asking.add(Thread.startVirtualThread(() -> ask(identity, permission)));
            }
        }
    }

    private void ask(AppIdentity identity, PermissionClass permission) {
        var handle = RequestHandle.of(bus.uniqueName(), HandleToken.ofRequest(null)).distinct();
        var request =
                new ConsentRequest(
                        new Caller("", identity),
                        permission,
                        permission.highest(),
                        apps.statedReason(permission, identity.wireId()),
                        new Place(handle, ParentWindow.parse("")),
                        System.nanoTime());
        try {
            gate.askAtInstallation(request);
        } catch (InterruptedException e) {
            LOG.debug("a question at an installation has ended");
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            asking.forEach(Thread::interrupt);
        }
        policyChanged();
    }
}
