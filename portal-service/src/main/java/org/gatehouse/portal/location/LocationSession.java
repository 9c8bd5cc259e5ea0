package org.gatehouse.portal.location;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.portal.Location.LocationUpdated;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.StoredDecision;
import org.gatehouse.portal.location.LocationSource.Tracking;
import org.gatehouse.portal.location.LocationSource.Wish;
import org.gatehouse.portal.request.LiveSession;
import org.gatehouse.portal.request.SessionBody;
import org.gatehouse.protocol.PortalException;
import org.jspecify.annotations.Nullable;

/// One app that follows the position, from CreateSession to the end.
///
/// Threads: any; guarded by the object, which is held while an update is handed to the bus layer
/// (which does not wait for the peer), so that none follows the end.
final class LocationSession implements SessionBody {

    private static final String PORTAL = "/org/freedesktop/portal/desktop";

    private final BusConnection bus;
    private final LiveSession session;
    private final Wish wish;

    private boolean started;
    private @Nullable Thread starter;
    private boolean ended;
    private boolean told;
    private Accuracy granted = Accuracy.NONE;
    private @Nullable StoredDecision basis;
    private @Nullable Tracking tracking;
    private @Nullable Position latest;

    LocationSession(BusConnection bus, LiveSession session, Wish wish) {
        this.bus = bus;
        this.session = session;
        this.wish = wish;
    }

    Caller caller() {
        return session.caller();
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

    /// The app may know the position; from now on a change of `stored` concerns this session.
    synchronized void admitted(int rank, StoredDecision stored) {
        granted = Accuracy.ofRank(rank);
        basis = stored;
    }

    /// Takes what delivers positions.
    synchronized void follow(Tracking source) {
        if (ended) {
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
        latest = position;
        if (told) {
            send(position);
        }
    }

    synchronized boolean hasPosition() {
        return latest != null;
    }

    /// What the store holds now.
    ///
    /// @return true if the session has lost its ground and is to be ended
    synchronized boolean isRevokedBy(StoredDecision stored) {
        var before = basis;
        if (ended || before == null || stored.equals(before)) {
            return false;
        }
        basis = stored;
        return switch (stored) {
            case StoredDecision.Granted(int rank, _, _) -> {
                adjust(asked().lower(Accuracy.ofRank(rank)));
                yield false;
            }
            case StoredDecision.Refused(), StoredDecision.Unreadable() -> true;
            case StoredDecision.Unset(), StoredDecision.Garbled(), StoredDecision.AskEachTime() ->
                    before instanceof StoredDecision.Granted;
            case StoredDecision.NoStore() -> {
                basis = before;
                yield false;
            }
        };
    }

    @Override
    public synchronized void ended() {
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
        if (ended || granted == Accuracy.NONE) {
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
