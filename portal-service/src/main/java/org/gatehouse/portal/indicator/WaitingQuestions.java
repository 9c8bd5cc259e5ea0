package org.gatehouse.portal.indicator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.backend.QuestionList;
import org.gatehouse.portal.backend.Situations;
import org.gatehouse.portal.backend.StoreCalls;
import org.gatehouse.portal.consent.ConsentRequest;
import org.gatehouse.portal.indicator.Notice.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One notice when the person can be asked again and questions wait, and one where nobody can show
/// a question.
///
/// Threads: one of the bus layer, and those of requests.
@Singleton
final class WaitingQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingQuestions.class);

    private final BusConnection bus;
    private final Notices notices;
    private final Set<List<Object>> told = ConcurrentHashMap.newKeySet();

    @Inject
    WaitingQuestions(
            BusConnection bus, Situations situations, QuestionList questions, Notices notices) {
        this.bus = bus;
        this.notices = notices;
        situations.onEnd(this::tell);
        questions.onDeferral(this::waits);
    }

    /// Where nobody can show a question, a notice is all that the person sees of it; once for each.
    private void waits(ConsentRequest request, String why) {
        var question = List.of(request.caller().app(), request.resource().id());
        if (why.equals("nobody") && told.add(question)) {
            notices.show(
                    new Notice(
                            "A question waits",
                            "An app asked for something, and nothing could show its question.",
                            "dialog-question-symbolic",
                            "Answer",
                            new Place("show-deferred", List.of())));
        }
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
