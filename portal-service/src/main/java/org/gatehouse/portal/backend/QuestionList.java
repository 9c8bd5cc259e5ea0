package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
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
final class QuestionList implements Deferrals {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionList.class);

    private final StoreCalls calls;

    @Inject
    QuestionList(StoreCalls calls) {
        this.calls = calls;
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
