package org.gatehouse.portal.filechooser;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.freedesktop.impl.portal.FileChooser;
import org.gatehouse.portal.backend.Backend;
import org.gatehouse.portal.backend.BackendWindows;
import org.gatehouse.portal.backend.Backends;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.DialogTurns;
import org.gatehouse.protocol.RequestHandle;

/// What each request of the file chooser needs.
final class ChooserRequests {

    static final String INTERFACE = "org.freedesktop.impl.portal.FileChooser";

    /// An app may well open several choosers; as many as it may have requests.
    private static final int MOST = 64;

    private final Backends backends;
    private final BackendWindows windows;
    private final DialogTurns turns;
    private final Handover handover;
    private final Beginnings beginnings;

    @Inject
    ChooserRequests(
            Backends backends,
            BackendWindows windows,
            DialogTurns turns,
            Handover handover,
            Beginnings beginnings) {
        this.backends = backends;
        this.windows = windows;
        this.turns = turns;
        this.handover = handover;
        this.beginnings = beginnings;
    }

    Optional<Backend> backend() {
        return backends.find(INTERFACE);
    }

    /// The right to show a window of this app, waited for.
    DialogTurns.Turn turn(Caller caller) throws InterruptedException {
        return turns.await(caller.app(), MOST);
    }

    <R> R show(Backend backend, RequestHandle handle, Function<FileChooser, R> call)
            throws InterruptedException {
        return windows.show(FileChooser.class, backend, handle, call);
    }

    Handover handover() {
        return handover;
    }

    Beginnings beginnings() {
        return beginnings;
    }
}
