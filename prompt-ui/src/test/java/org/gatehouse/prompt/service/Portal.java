package org.gatehouse.prompt.service;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.Access;
import org.freedesktop.impl.portal.Access.AccessDialogResult;
import org.freedesktop.impl.portal.Background;
import org.freedesktop.impl.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.testing.PrivateBus;

/// A portal that asks questions, for tests: owns the portal's name and calls the prompt role.
public final class Portal implements AutoCloseable {

    public static final String HANDLE = "/org/freedesktop/portal/desktop/request/1_1/t";
    public static final String MAPS = "org.gnome.Maps";

    private static final String ACCURACY = "accuracy";

    public final BusConnection bus;

    private Portal(BusConnection bus) {
        this.bus = bus;
    }

    public static Portal on(PrivateBus session) {
        var portal = stranger(session);
        if (!portal.bus.requestName(
                PortalOnly.PORTAL, EnumSet.noneOf(org.gatehouse.bus.NameOption.class))) {
            throw new AssertionError("there is a portal already");
        }
        return portal;
    }

    /// Somebody who asks without being the portal.
    public static Portal stranger(PrivateBus session) {
        return new Portal(session.connect());
    }

    /// Asks at a handle of its own; the question of the Location portal.
    public CompletableFuture<AccessDialogResult> ask(String handle) {
        return ask(handle, MAPS, options());
    }

    public CompletableFuture<AccessDialogResult> ask(
            String handle, String app, Map<String, Variant<?>> options) {
        return ask(handle, app, "", options);
    }

    public CompletableFuture<AccessDialogResult> ask(
            String handle, String app, String parent, Map<String, Variant<?>> options) {
        return ask(
                new DBusPath(handle),
                app,
                parent,
                List.of(
                        "Allow Maps to use your location?",
                        "The app says: “To show where you are.”",
                        "Your location can tell strangers where you live."),
                options);
    }

    /// Asks with as many words as are taken.
    public CompletableFuture<AccessDialogResult> askAtLength(String handle) {
        var words = "Because of this and that and yet another thing. ".repeat(80);
        var options = new HashMap<>(options());
        options.put("deny_label", new Variant<>("No, do not let this program know where I am"));
        options.put("grant_label", new Variant<>("Yes, this program may know where I am now"));
        var texts = List.of("Allow " + words, "The app says: “" + words + "”", words);
        return ask(new DBusPath(handle), MAPS, "", texts, options);
    }

    private CompletableFuture<AccessDialogResult> ask(
            DBusPath handle,
            String app,
            String parent,
            List<String> texts,
            Map<String, Variant<?>> options) {
        var access =
                bus.remote(
                        Access.class, PromptRole.NAME, PromptRole.PATH, BusConnection.NO_DEADLINE);
        return CompletableFuture.supplyAsync(
                () ->
                        access.AccessDialog(
                                handle,
                                app,
                                parent,
                                texts.get(0),
                                texts.get(1),
                                texts.get(2),
                                options),
                Thread::startVirtualThread);
    }

    /// Tells that an app runs in the background; answered with the result's number.
    public CompletableFuture<Integer> tellOf(String handle, String app, String name) {
        var background = background(BusConnection.NO_DEADLINE);
        return CompletableFuture.supplyAsync(
                () -> {
                    var told = background.NotifyBackground(new DBusPath(handle), app, name);
                    var result = Objects.requireNonNull(told.results().get("result"));
                    return ((UInt32) result.getValue()).intValue();
                },
                Thread::startVirtualThread);
    }

    /// What the running apps do: app id → 0, 1 or 2.
    public Map<String, Integer> appStates() {
        var states = new HashMap<String, Integer>();
        background(Duration.ofSeconds(10))
                .GetAppState()
                .forEach((app, state) -> states.put(app, ((UInt32) state.getValue()).intValue()));
        return states;
    }

    /// Counts how often the role says that the states have changed.
    public AtomicInteger countChanges() {
        var changes = new AtomicInteger();
        bus.subscribe(
                Background.RunningApplicationsChanged.class,
                PromptRole.NAME,
                PromptRole.PATH,
                (_, _) -> changes.incrementAndGet());
        return changes;
    }

    Background background(Duration deadline) {
        return bus.remote(Background.class, PromptRole.NAME, PromptRole.PATH, deadline);
    }

    public void closeRequest(String handle) {
        bus.remote(Request.class, PromptRole.NAME, handle, BusConnection.NO_DEADLINE).Close();
    }

    /// Whether a request is served at a handle.
    boolean hasRequest(String handle) {
        try {
            bus.call(
                    PromptRole.NAME,
                    handle,
                    "org.freedesktop.DBus.Introspectable",
                    "Introspect",
                    Duration.ofSeconds(5),
                    "");
            return true;
        } catch (RemoteException e) {
            return false;
        }
    }

    public static Map<String, Variant<?>> options() {
        return Map.of(
                "icon",
                new Variant<>("find-location-symbolic"),
                "choices",
                choices(
                        choice(ACCURACY, "How precise", "exact", "exact", "city"),
                        choice("lifespan", "For how long", "once", "once", "session", "always")));
    }

    private static Variant<?> choices(Object[]... choices) {
        return new Variant<>(List.of(choices), "a(ssa(ss)s)");
    }

    private static Object[] choice(String id, String label, String selected, String... options) {
        var pairs = List.of(options).stream().map(o -> new Object[] {o, "label of " + o}).toList();
        return new Object[] {id, label, pairs, selected};
    }

    /// The choices of an answer, as `id=option`.
    public static List<String> chosen(AccessDialogResult result) {
        var variant = result.results().get("choices");
        if (variant == null) {
            return List.of();
        }
        return ((List<?>) variant.getValue())
                .stream().map(Object[].class::cast).map(pair -> pair[0] + "=" + pair[1]).toList();
    }

    @Override
    public void close() {
        bus.close();
    }
}
