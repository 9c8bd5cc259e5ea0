package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Who shows questions. Threads: any.
@Singleton
public final class Dialogs {

    /// The interface of a backend that shows questions.
    public static final String ACCESS = "org.freedesktop.impl.portal.Access";

    private final Backends backends;
    private final Presence presence;

    @Inject
    Dialogs(Backends backends, Presence presence) {
        this.backends = backends;
        this.presence = presence;
    }

    /// The backend for questions; empty if none is installed, or none is wanted.
    Optional<Backend> backend() {
        return backends.find(ACCESS);
    }

    /// Whether a question would be shown.
    boolean canShow() {
        return backend().filter(each -> presence.isReachable(each.busName())).isPresent();
    }
}
