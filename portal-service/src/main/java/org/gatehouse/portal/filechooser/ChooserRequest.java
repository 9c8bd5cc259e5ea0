package org.gatehouse.portal.filechooser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.FileChooser;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.backend.Backend;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.request.Flow;
import org.gatehouse.portal.request.Outcome;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.RequestHandle;
import org.gatehouse.protocol.ResponseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens to one call: the chooser is shown, and what was picked is handed over.
///
/// Thread: the virtual thread of the request.
final class ChooserRequest implements Flow {

    private static final Logger LOG = LoggerFactory.getLogger(ChooserRequest.class);

    /// What is asked: by whom, for what.
    record Wish(
            Errand errand,
            Caller caller,
            ParentWindow parent,
            String title,
            ChooserOptions options) {}

    /// A backend's answer.
    private record Answer(UInt32 response, Map<String, Variant<?>> results) {

        static Answer of(FileChooser.OpenFileResult end) {
            return new Answer(end.response(), end.results());
        }

        static Answer of(FileChooser.SaveFileResult end) {
            return new Answer(end.response(), end.results());
        }

        static Answer of(FileChooser.SaveFilesResult end) {
            return new Answer(end.response(), end.results());
        }
    }

    private final ChooserRequests parts;
    private final Wish wish;

    ChooserRequest(ChooserRequests parts, Wish wish) {
        this.parts = parts;
        this.wish = wish;
    }

    @Override
    public Outcome run(RequestHandle handle) throws InterruptedException {
        var backend = parts.backend();
        if (backend.isEmpty() || !canHandOver()) {
            return ended(ResponseCode.OTHER);
        }
        try (var turn = parts.turn(wish.caller())) {
            if (!turn.granted()) {
                LOG.info("{}: too many choosers of this app are waiting", handle);
                return ended(ResponseCode.OTHER);
            }
            return answered(show(handle, backend.get()));
        } catch (BusException | WireException e) {
            LOG.warn("{}: the backend failed: {}", handle, e.getMessage());
            return ended(ResponseCode.OTHER);
        }
    }

    /// Before the person is troubled: whether anything can come of it.
    private boolean canHandOver() {
        return switch (wish.caller().identity()) {
            case AppIdentity.Host _ -> true;
            case AppIdentity.Sandboxed _ -> parts.handover().isPossible();
            // nobody whom something could be handed to
            case AppIdentity.Unknown _ -> false;
        };
    }

    private Answer show(RequestHandle handle, Backend backend) throws InterruptedException {
        var path = new DBusPath(handle.path());
        var options = options();
        return parts.show(backend, handle, chooser -> ask(chooser, path, options));
    }

    private Answer ask(FileChooser chooser, DBusPath path, Map<String, Variant<?>> options) {
        var app = wish.caller().identity().wireId();
        var parent = wish.parent().wire();
        var title = wish.title();
        return switch (wish.errand()) {
            case OPEN_FILE -> Answer.of(chooser.OpenFile(path, app, parent, title, options));
            case SAVE_FILE -> Answer.of(chooser.SaveFile(path, app, parent, title, options));
            case SAVE_FILES -> Answer.of(chooser.SaveFiles(path, app, parent, title, options));
        };
    }

    private Map<String, Variant<?>> options() {
        var options = new LinkedHashMap<>(wish.options().forwarded());
        wish.options()
                .beginning()
                .forEach((key, path) -> options.put(key, new Variant<>(begin(key, path), "ay")));
        return options;
    }

    /// The reference hands the folder of SaveFiles on as it came.
    private byte[] begin(String key, byte[] path) {
        return wish.errand() == Errand.SAVE_FILES ? path : parts.beginnings().translate(path, key);
    }

    private Outcome answered(Answer answer) throws InterruptedException {
        var code = ResponseCode.of(answer.response().longValue());
        if (code != ResponseCode.SUCCESS) {
            return ended(code);
        }
        var picked = Picked.of(wish.errand(), wish.options(), answer.results());
        if (picked.isEmpty()) {
            return ended(ResponseCode.OTHER);
        }
        var handed = handedOver(picked.get());
        return handed.isEmpty()
                ? ended(ResponseCode.OTHER)
                : Outcome.of(ResponseCode.SUCCESS, picked.get().results(handed));
    }

    private List<String> handedOver(Picked picked) throws InterruptedException {
        return switch (wish.caller().identity()) {
            case AppIdentity.Host _ -> picked.uris();
            case AppIdentity.Sandboxed app ->
                    parts.handover()
                            .handOver(app.app(), wish.errand(), picked, wish.options().directory());
            case AppIdentity.Unknown _ -> List.of();
        };
    }

    private static Outcome ended(ResponseCode code) {
        return Outcome.of(code, Map.of("uris", new Variant<>(List.<String>of(), "as")));
    }

    @Override
    public void abandoned() {
        // the window goes with the call to the backend; what was handed over before stays
    }
}
