package org.gatehouse.portal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.catalogue.Lifespan;
import org.junit.jupiter.api.Test;

class SharedQuestionTest {

    private static final Answer YES = new Answer.Granted(5, Lifespan.ONCE, Map.of());

    @Test
    void isJoinedWhileItIsOpen() throws InterruptedException {
        var answered = new CountDownLatch(1);
        var question =
                new SharedQuestion(asked -> {
                    answered.await();
                    asked.settle();
                    return YES;
                });

        assertThat(question.join(System.nanoTime())).isTrue();
        answered.countDown();
        assertThat(question.await()).isEqualTo(YES);
    }

    @Test
    void answersARequestThatWasMadeBeforeTheAnswerAndCameLate() throws InterruptedException {
        long before = System.nanoTime();
        var question = answered();
        long after = System.nanoTime();

        assertThat(question.join(before)).isTrue();
        assertThat(question.await()).isEqualTo(YES);
        assertThat(question.join(after)).isFalse();
    }

    @Test
    void isNotSharedWhenEverybodyLeftBeforeTheAnswer() throws InterruptedException {
        long before = System.nanoTime();
        var question = new SharedQuestion(_ -> new Answer.Unanswered("nobody waited"));
        question.await();

        assertThat(question.join(before)).isFalse();
    }

    private static SharedQuestion answered() throws InterruptedException {
        var question =
                new SharedQuestion(asked -> {
                    asked.settle();
                    return YES;
                });
        question.await();
        return question;
    }
}
