package org.gatehouse.portal;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.NameOption;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.portal.backend.Backends;
import org.gatehouse.portal.backend.Dialogs;
import org.gatehouse.portal.consent.Questions;
import org.gatehouse.portal.request.Requests;
import org.gatehouse.portal.request.ServedObject;
import org.gatehouse.portal.request.ServedPortal;
import org.gatehouse.portal.request.Serving;
import org.gatehouse.portal.request.Sessions;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The portal as a role: owns `org.freedesktop.portal.Desktop`, last of all.
///
/// Exit statuses: 0 name lost, bus lost or closed; 1 the name is taken; 2 no session bus.
///
/// Threads: any.
public final class PortalRole implements RunningRole {

    private static final Logger LOG = LoggerFactory.getLogger(PortalRole.class);
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final BusConnection bus;
    private final Injector injector;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private PortalRole(BusConnection bus, Injector injector) {
        this.bus = bus;
        this.injector = injector;
    }

    /// Starts the role.
    ///
    /// @throws RoleFailure without a session bus, or when the name is taken
    public static RunningRole start(RoleSettings settings) throws RoleFailure {
        return start(settings, CompletableFuture.completedFuture(null));
    }

    /// Starts the role, which takes its name only after `earlier`.
    ///
    /// @param earlier completes when the roles that this one calls can be called
    /// @throws RoleFailure without a session bus, when the name is taken, or after `earlier` failed
    public static RunningRole start(RoleSettings settings, CompletableFuture<Void> earlier)
            throws RoleFailure {
        var connecting = connect(settings);
        var injector = wire(settings, connecting);
        var role = new PortalRole(connecting.join(), injector);
        role.serve(settings.replace(), earlier);
        return role;
    }

    /// Connects on another thread: the wiring takes as long as the connection.
    private static CompletableFuture<BusConnection> connect(RoleSettings settings) {
        return CompletableFuture.supplyAsync(
                () -> BusConnection.open(BusAddress.session(settings.environment())),
                task -> Thread.ofPlatform().daemon().name("portal-connect").start(task));
    }

    private static Injector wire(RoleSettings settings, CompletableFuture<BusConnection> bus)
            throws RoleFailure {
        try {
            return Guice.createInjector(Stage.PRODUCTION, new PortalModule(settings, bus));
        } catch (CreationException e) {
            if (bus.isCompletedExceptionally()) {
                throw new RoleFailure(2, "no session bus: " + bus.exceptionNow().getMessage());
            }
            throw e;
        }
    }

    private void serve(boolean replace, CompletableFuture<Void> earlier) throws RoleFailure {
        var portals = portals();
        bus.export(PATH, of(portals, true).stream().map(ServedPortal::face).toList());
        for (var object : injector.getInstance(new Key<Set<ServedObject>>() {})) {
            bus.export(object.path(), List.of(object.face()));
        }
        bus.onNameLost(_ -> end());
        bus.onClosed(this::end);
        awaitEarlier(earlier);
        var options = replace ? EnumSet.allOf(NameOption.class) : EnumSet.noneOf(NameOption.class);
        if (!bus.requestName(Serving.NAME, options)) {
            bus.close();
            throw new RoleFailure(1, Serving.NAME + " is taken; --replace takes it over");
        }
        LOG.info("the portal serves");
        of(portals, false)
                .forEach(
                        each -> LOG.info("not served, for want of a backend: {}", each.backends()));
        // nobody has to wait for this: a request that comes before reads what it needs itself
        var policy = injector.getInstance(PolicyFiles.class);
        Thread.ofPlatform().daemon().name("policy-start").unstarted(policy::watch).start();
    }

    private void awaitEarlier(CompletableFuture<Void> earlier) throws RoleFailure {
        try {
            earlier.join();
        } catch (CompletionException e) {
            close();
            throw new RoleFailure(1, "what the portal needs did not start");
        }
    }

    /// Those whose backends are there, and those whose are not.
    private Map<Boolean, List<ServedPortal>> portals() {
        var backends = injector.getInstance(Backends.class);
        return injector.getInstance(new Key<Set<ServedPortal>>() {}).stream()
                .collect(
                        Collectors.partitioningBy(portal ->
                                portal.backends().stream()
                                        .allMatch(each -> isServed(each, backends))));
    }

    private static List<ServedPortal> of(Map<Boolean, List<ServedPortal>> portals, boolean served) {
        return portals.getOrDefault(served, List.of());
    }

    /// Without anybody to show them, questions wait for an answer; unless none are wanted.
    private static boolean isServed(String backend, Backends backends) {
        return backend.equals(Dialogs.ACCESS)
                ? !backends.isUnwanted(backend)
                : backends.find(backend).isPresent();
    }

    /// The name or the bus was lost.
    private void end() {
        ended.complete(0);
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // sessions first: their owners are told, which the end of a Start would not do
        injector.getInstance(Sessions.class).close();
        injector.getInstance(Requests.class).close();
        awaitLastWords();
        injector.getInstance(new Key<Set<AutoCloseable>>() {}).forEach(PortalRole::close);
        bus.close();
        ended.complete(0);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // at the very edge: the others have to be closed all the same
            LOG.warn("{} could not be closed", part, e);
        }
    }

    /// Backends are told to close their dialogs; one that hangs is not waited for.
    private void awaitLastWords() {
        var questions = injector.getInstance(Questions.class);
        long end = System.nanoTime() + LAST_WORDS_MILLIS * 1_000_000;
        while (questions.count() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
