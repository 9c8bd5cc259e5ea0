package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.impl.portal.Access;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.app.InstalledApp;
import org.gatehouse.portal.consent.Answer;
import org.gatehouse.portal.consent.Prompter;
import org.gatehouse.portal.consent.Question;
import org.gatehouse.portal.consent.QuestionText;
import org.gatehouse.protocol.ResponseCode;

/// Asks through `impl.portal.Access` of whatever backend serves it.
///
/// Thread: the virtual thread of the question, which waits without a time limit.
@Singleton
final class AccessDialogPrompter implements Prompter {

    private static final Set<String> UNKNOWN =
            Set.of(
                    "org.freedesktop.DBus.Error.UnknownObject",
                    "org.freedesktop.DBus.Error.UnknownInterface",
                    "org.freedesktop.DBus.Error.UnknownMethod");

    private final BackendWindows windows;
    private final Dialogs dialogs;
    private final PolicyFiles policy;
    private final DesktopFiles apps;

    @Inject
    AccessDialogPrompter(
            BackendWindows windows, Dialogs dialogs, PolicyFiles policy, DesktopFiles apps) {
        this.windows = windows;
        this.dialogs = dialogs;
        this.policy = policy;
        this.apps = apps;
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        var backend = dialogs.backend();
        if (backend.isEmpty()) {
            return new Answer.Nobody();
        }
        try {
            return answer(question, backend.get(), show(question, backend.get()));
        } catch (BusException | WireException e) {
            return StoreCalls.isAbsence(e) || isUnknown(e)
                    ? new Answer.Nobody()
                    : new Answer.Unanswered("the backend failed: " + e.getMessage());
        }
    }

    /// Whoever owns the name does not show questions.
    private static boolean isUnknown(RuntimeException failure) {
        return failure instanceof RemoteException remote && UNKNOWN.contains(remote.name());
    }

    private Access.AccessDialogResult show(Question question, Backend backend)
            throws InterruptedException {
        var app = question.caller().identity().wireId();
        var name = apps.find(app).map(InstalledApp::name).orElse(null);
        var text = QuestionText.of(question, name);
        var handle = question.place().handle();
        return windows.show(
                Access.class,
                backend,
                handle,
                access ->
                        access.AccessDialog(
                                new DBusPath(handle.path()),
                                app,
                                question.place().parent().wire(),
                                title(text, backend),
                                text.subtitle(),
                                text.body(),
                                AccessOptions.of(question)));
    }

    /// The GTK backend uses the title as a printf format: `%n` ends its process.
    private static String title(QuestionText text, Backend backend) {
        return backend.isOurs() ? text.title() : text.title().replace('%', '％');
    }

    private Answer answer(Question question, Backend backend, Access.AccessDialogResult result) {
        return switch (ResponseCode.of(result.response().longValue())) {
            case SUCCESS -> AccessOptions.granted(question, result.results());
            case CANCELLED ->
                    isRefusalExplicit(backend) ? new Answer.Refused() : new Answer.Dismissed();
            case OTHER -> new Answer.Dismissed();
        };
    }

    /// Others may answer so for a window that was closed.
    private boolean isRefusalExplicit(Backend backend) {
        return backend.isOurs() || policy.rules().isRefusalExplicit(backend.name());
    }
}
