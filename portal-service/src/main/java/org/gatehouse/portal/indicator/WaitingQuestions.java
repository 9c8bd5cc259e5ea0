package org.gatehouse.portal.indicator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.backend.Situations;
import org.gatehouse.portal.backend.StoreCalls;
import org.gatehouse.portal.indicator.Notice.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One notice when the person can be asked again and questions wait.
///
/// Threads: one of the bus layer.
@Singleton
final class WaitingQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingQuestions.class);

    private final BusConnection bus;
    private final Notices notices;

    @Inject
    WaitingQuestions(BusConnection bus, Situations situations, Notices notices) {
        this.bus = bus;
        this.notices = notices;
        situations.onEnd(this::tell);
    }

    private void tell() {
        try {
            int waiting =
                    bus.remote(
                                    Permissions1.class,
                                    StoreCalls.OURS,
                                    StoreCalls.OURS_PATH,
                                    StoreCalls.DEADLINE)
                            .ListDeferred()
                            .size();
            if (waiting > 0) {
                notices.show(notice(waiting));
            }
        } catch (BusException | WireException e) {
            LOG.info("it cannot be told how many questions wait: {}", e.getMessage());
        }
    }

    private static Notice notice(int waiting) {
        return new Notice(
                waiting == 1 ? "1 question waited" : waiting + " questions waited",
                "Apps asked while you could not be disturbed.",
                "dialog-question-symbolic",
                "Answer",
                new Place("show-deferred", List.of()));
    }
}
