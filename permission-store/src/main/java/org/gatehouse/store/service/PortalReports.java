package org.gatehouse.store.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.Invocation;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Write;

/// What the portal reports beside decisions: uses, what runs, and questions that it could not ask.
///
/// Threads: the sender's queue or the connection's reading thread; nothing here waits. So the
/// catalogue is not looked at there: an unknown class is the portal's to know.
final class PortalReports {

    private static final Pattern CLASS = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int LONGEST_TEXT = 1024;

    private final Served served;
    private final Usage usage;
    private final Instances instances;
    private final DeferredQuestions deferred;
    private final Executor slow;

    PortalReports(
            Served served,
            Usage usage,
            Instances instances,
            DeferredQuestions deferred,
            Executor slow) {
        this.slow = slow;
        this.served = served;
        this.usage = usage;
        this.instances = instances;
        this.deferred = deferred;
    }

    /// @throws PortalException `InvalidArgument` for words that are none
    void use(String permission, String kind, String app, String state) {
        var use = new Usage.Use(checkedClass(permission), AppKind.of(kind).word(), app);
        usage.report(Invocation.current().sender(), use, state);
    }

    /// @throws PortalException `InvalidArgument` for words that are none, `Failed` for too many
    void running(List<Map<String, Variant<?>>> reported) {
        var now = reported.stream().map(InstanceDetails::read).toList();
        instances.report(Invocation.current().sender(), now);
    }

    /// Answers the call with the number of the question.
    ///
    /// @throws PortalException `InvalidArgument` for words that are none
    void defer(Map<String, Variant<?>> values) {
        var given = new Details(values);
        var question =
                new DeferredQuestion(
                        0,
                        checkedClass(given.text("class", "")),
                        AppKind.of(given.text("kind", "")).word(),
                        given.text("app", ""),
                        given.text("level", ""),
                        shortened(given.text("reason", "")),
                        shortened(given.text("why", "")),
                        0,
                        0);
        served.writeSlowly(() -> deferral(question), deferred::changed);
    }

    /// A decision has been kept; on the store's writer thread.
    void decided(GrantKey key) {
        slow.execute(() -> deferred.answered(key));
    }

    private Write deferral(DeferredQuestion question) {
        var text = "not asked: " + question.why();
        return new Write.Defer(question, deferred.event(question, LedgerEvent.Kind.DEFERRED, text));
    }

    private static String checkedClass(String id) {
        if (!CLASS.matcher(id).matches()) {
            throw PortalException.invalidArgument("class is no id of a class");
        }
        return id;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }
}
