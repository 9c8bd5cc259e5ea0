package org.gatehouse.portal.location;

import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.portal.Location.LocationUpdated;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Basis;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.location.LocationSource.Tracking;
import org.gatehouse.portal.location.LocationSource.Wish;
import org.gatehouse.portal.request.LiveSession;
import org.gatehouse.portal.request.SessionBody;
import org.gatehouse.portal.use.Use;
import org.gatehouse.portal.use.Uses;
import org.gatehouse.protocol.PortalException;
import org.jspecify.annotations.Nullable;

/// One app that follows the position, from CreateSession to the end.
///
/// Threads: any; guarded by the object, which is held while an update is handed to the bus layer
/// (which does not wait for the peer), so that none follows the end.
final class LocationSession implements SessionBody, Use {

    private static final String PORTAL = "/org/freedesktop/portal/desktop";

    private final BusConnection bus;
    private final LiveSession session;
    private final Wish wish;
    private final PermissionClass permission;
    private final Uses uses;

    private boolean started;
    private @Nullable Thread starter;
    private boolean ended;
    private boolean told;
    private Accuracy granted = Accuracy.NONE;
    private @Nullable Basis basis;
    private boolean paused;
    private Runnable resumption = () -> {};
    private @Nullable Tracking tracking;
    private @Nullable Position latest;

    LocationSession(
            BusConnection bus,
            LiveSession session,
            Wish wish,
            PermissionClass permission,
            Uses uses) {
        this.bus = bus;
        this.session = session;
        this.wish = wish;
        this.permission = permission;
        this.uses = uses;
    }

    @Override
    public Caller caller() {
        return session.caller();
    }

    @Override
    public PermissionClass permission() {
        return permission;
    }

    boolean isEnded() {
        return session.isEnded();
    }

    /// The app was refused, or left: over without a word.
    void end() {
        session.end();
    }

    /// The app has lost its ground: it is told.
    void endAndTell() {
        session.endAndTell();
    }

    Accuracy asked() {
        return wish.accuracy();
    }

    /// What is wanted from the source for the accuracy that was granted.
    synchronized Wish wish() {
        return new Wish(granted, wish.distance(), wish.time());
    }

    /// Checks that the session may be started.
    ///
    /// @throws PortalException `DBus.Error.Failed` if it was started before or is over
    synchronized void mayStart() {
        if (ended) {
            throw PortalException.dbusFailed("Invalid session");
        }
        if (started) {
            throw PortalException.dbusFailed("Can only start once");
        }
    }

    synchronized void starting() {
        started = true;
    }

    /// The Start runs on this thread, which is interrupted if the session ends meanwhile.
    ///
    /// @throws InterruptedException if it has ended already
    synchronized void begin(Thread flow) throws InterruptedException {
        if (ended) {
            throw new InterruptedException("the session was closed");
        }
        starter = flow;
    }

    /// The Start has come to its end.
    ///
    /// @return whether the session is over
    synchronized boolean done() {
        starter = null;
        return ended;
    }

    /// The app may know the position; from now on a change of the ground concerns this session.
    synchronized void admitted(int rank, Basis ground) {
        granted = Accuracy.ofRank(rank);
        basis = ground;
    }

    /// How the source is started (again) when the app is in use.
    synchronized void onResume(Runnable start) {
        resumption = start;
    }

    /// Takes what delivers positions.
    synchronized void follow(Tracking source) {
        if (ended || paused) {
            source.close();
            return;
        }
        tracking = source;
    }

    /// The app has its Response: it gets positions from now on, first the one that waits.
    synchronized void open() {
        told = true;
        if (latest != null) {
            send(latest);
        }
    }

    /// A new position from the source.
    synchronized void update(Position position) {
        if (paused) {
            return;
        }
        latest = position;
        if (told) {
            send(position);
        }
    }

    /// Whether a position is overdue if there was none by now.
    synchronized boolean hasPosition() {
        return latest != null || paused;
    }

    @Override
    public synchronized boolean onlyInUse() {
        return basis != null && basis.onlyInUse();
    }

    /// The source is stopped; what it said is not kept for later.
    @Override
    public synchronized void pause() {
        paused = true;
        latest = null;
        if (tracking != null) {
            tracking.close();
            tracking = null;
        }
    }

    @Override
    public synchronized void resume() {
        paused = false;
        if (!ended) {
            Thread.startVirtualThread(resumption);
        }
    }

    synchronized boolean isPaused() {
        return paused;
    }

    /// On what ground the app knows the position; empty before it does, and after the end.
    synchronized Optional<Basis> basis() {
        return ended ? Optional.empty() : Optional.ofNullable(basis);
    }

    /// The level that the app has.
    synchronized int rank() {
        return granted.rank();
    }

    /// The app may go on, on this ground.
    synchronized void keep(int rank, Basis ground) {
        basis = ground;
        adjust(asked().lower(Accuracy.ofRank(rank)));
    }

    @Override
    public void ended() {
        stop();
        uses.end(this);
    }

    private synchronized void stop() {
        ended = true;
        if (starter != null) {
            starter.interrupt();
        }
        if (tracking != null) {
            tracking.close();
        }
    }

    private void adjust(Accuracy accuracy) {
        if (accuracy == granted) {
            return;
        }
        granted = accuracy;
        if (tracking != null) {
            tracking.accuracy(accuracy);
        }
    }

    private void send(Position position) {
        if (ended || paused || granted == Accuracy.NONE) {
            return;
        }
        bus.emitTo(
                session.caller().connection(),
                PORTAL,
                new LocationUpdated(
                        new DBusPath(session.handle().path()),
                        LocationUpdate.of(CoarseGrid.reduce(position, granted))));
    }
}
