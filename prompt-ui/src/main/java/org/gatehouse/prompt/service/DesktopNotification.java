package org.gatehouse.prompt.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.freedesktop.Notifications;
import org.freedesktop.Notifications.ActionInvoked;
import org.freedesktop.Notifications.NotificationClosed;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.Subscription;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Arming;
import org.gatehouse.prompt.PromptScreen.Course;
import org.gatehouse.prompt.PromptScreen.Shown;
import org.jspecify.annotations.Nullable;

/// One notice among the desktop's notifications.
///
/// A button that is pressed sooner than a window would take it counts as no answer, since that
/// press was begun for something else; the service has taken the notification away by then.
///
/// Threads: any. The service's signals may overtake what [#is] is told, and are kept until then.
final class DesktopNotification implements Shown {

    static final String STOP = "stop";
    static final String THIS_TIME = "this-time";
    static final String ALLOW = "allow";

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int GRACE_MILLIS = 200;
    private static final String NAME = DesktopNotifications.NAME;
    private static final String PATH = DesktopNotifications.PATH;

    private final BusConnection bus;
    private final Course<Answer> course;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Event> early = new ArrayList<>();
    private final long begun = System.nanoTime();
    private @Nullable UInt32 id;
    private boolean ended;

    DesktopNotification(BusConnection bus, Course<Answer> course) {
        this.bus = bus;
        this.course = course;
    }

    /// What happened to some notification.
    private record Event(UInt32 id, Answer answer) {}

    /// Begins to listen.
    void follow() {
        var actions =
                bus.subscribe(
                        ActionInvoked.class,
                        NAME,
                        PATH,
                        (signal, _) -> on(new Event(signal.id(), answer(signal.action_key()))));
        var closings =
                bus.subscribe(
                        NotificationClosed.class,
                        NAME,
                        PATH,
                        (signal, _) -> later(() -> on(closed(signal.id()))));
        var owner = bus.peers().onOwnerChange(NAME, (_, _) -> end(new Answer.Dismissed()));
        synchronized (this) {
            subscriptions.addAll(List.of(actions, closings, owner));
        }
    }

    private static Event closed(UInt32 id) {
        return new Event(id, new Answer.Dismissed());
    }

    /// Services say that a notification has gone before or after they say why, and the two signals
    /// are told on threads of their own.
    private static void later(Runnable action) {
        CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS).execute(action);
    }

    /// It is shown, under this id.
    void is(UInt32 shown) {
        List<Event> before;
        synchronized (this) {
            id = shown;
            before = List.copyOf(early);
        }
        before.forEach(this::on);
    }

    @Override
    public void close() {
        var shown = forget();
        if (shown != null) {
            try {
                bus.remote(Notifications.class, NAME, PATH, DEADLINE).CloseNotification(shown);
            } catch (BusException e) {
                // it is gone, or the service is
            }
        }
    }

    /// Listens no more.
    ///
    /// @return the id to be closed, null if the notification is known to be gone
    @Nullable UInt32 forget() {
        List<Subscription> all;
        boolean gone;
        synchronized (this) {
            gone = ended;
            ended = true;
            all = List.copyOf(subscriptions);
            subscriptions.clear();
        }
        all.forEach(Subscription::close);
        return gone ? null : id;
    }

    private void on(Event event) {
        synchronized (this) {
            if (id == null) {
                early.add(event);
                return;
            }
            if (!event.id().equals(id)) {
                return;
            }
        }
        end(event.answer());
    }

    private void end(Answer answer) {
        synchronized (this) {
            if (ended) {
                return;
            }
        }
        forget();
        course.answered(answer);
    }

    private Answer answer(String action) {
        if (System.nanoTime() - begun < Arming.DELAY.toNanos()) {
            return new Answer.Dismissed();
        }
        return switch (action) {
            case STOP -> new Answer.Denied();
            case ALLOW -> new Answer.Allowed(List.of());
            default -> new Answer.Dismissed();
        };
    }
}
