package org.gatehouse.portal.filechooser;

import org.gatehouse.portal.fake.ChooserBackend;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.App.Answer;
import org.gatehouse.portal.testing.PortalSession;

/// A session in which apps let the person pick files.
final class Chooser implements AutoCloseable {

    static final String EDITOR = "org.example.Editor";

    private static final String PORTAL = "/org/freedesktop/portal/desktop";
    private static final String INTERFACE = "org.freedesktop.portal.FileChooser";

    private final PortalSession session = new PortalSession();
    private final ChooserBackend backend = new ChooserBackend(session.bus().connect());

    private Chooser() {
        session.atEnd(backend::close);
        session.write(
                "portals/chooser.portal",
                "[portal]\nDBusName="
                        + ChooserBackend.NAME
                        + "\nInterfaces=org.freedesktop.impl.portal.FileChooser\n");
        session.write(
                "portals/portals.conf",
                """
                [preferred]
                default=scripted
                org.freedesktop.impl.portal.FileChooser=chooser
                """);
    }

    static Chooser open() {
        var chooser = new Chooser();
        chooser.session.withPortal();
        return chooser;
    }

    PortalSession session() {
        return session;
    }

    ChooserBackend backend() {
        return backend;
    }

    /// Calls a method of the portal.
    ///
    /// @param options in GVariant text
    Answer call(App app, String method, String options) {
        return app.call(PORTAL, INTERFACE, method, "('', 'Pick', @a{sv} {%s})".formatted(options));
    }

    /// The Response of a call, as GVariant text, after the person picked.
    String picked(App app, String method, String options, String... uris) {
        var handle = call(app, method, options).path();
        backend.next().pick(uris);
        return app.fullResponse(handle);
    }

    @Override
    public void close() {
        session.close();
    }
}
