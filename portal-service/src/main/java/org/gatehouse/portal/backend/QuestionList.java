package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.consent.ConsentRequest;
import org.gatehouse.portal.consent.Deferrals;
import org.gatehouse.portal.consent.GrantKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The list of questions that wait, which our store keeps. With a foreign one nothing waits.
///
/// Threads: any.
@Singleton
public final class QuestionList implements Deferrals {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionList.class);

    private final StoreCalls calls;
    private final List<BiConsumer<ConsentRequest, String>> listeners = new CopyOnWriteArrayList<>();

    @Inject
    QuestionList(StoreCalls calls) {
        this.calls = calls;
    }

    /// Tells of each question that waits from now on and why, on the thread of its request.
    public void onDeferral(BiConsumer<ConsentRequest, String> listener) {
        listeners.add(listener);
    }

    @Override
    public void defer(ConsentRequest request, String why) {
        var key = request.caller().grantKey();
        LOG.info("{} of {} is not asked now: {}", request.resource().id(), key, why);
        if (key.isEmpty()) {
            return;
        }
        try {
            if (calls.isOurs()) {
                calls.ours().Defer(keys(request, key.get(), why));
                listeners.forEach(each -> each.accept(request, why));
            }
        } catch (BusException | WireException e) {
            LOG.warn("a question does not wait for an answer: {}", e.getMessage());
        }
    }

    private static Map<String, Variant<?>> keys(ConsentRequest request, GrantKey key, String why) {
        var keys = new HashMap<String, Variant<?>>();
        keys.put("class", new Variant<>(request.resource().id()));
        keys.put("kind", new Variant<>(key.kind()));
        keys.put("app", new Variant<>(key.app()));
        keys.put("level", new Variant<>(request.resource().level(request.rank()).choice()));
        keys.put("reason", new Variant<>(request.reason()));
        keys.put("why", new Variant<>(why));
        return keys;
    }
}
