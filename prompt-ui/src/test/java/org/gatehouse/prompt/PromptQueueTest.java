package org.gatehouse.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.prompt.Answer.Allowed;
import org.gatehouse.prompt.Answer.Denied;
import org.gatehouse.prompt.Answer.Dismissed;
import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.protocol.ParentWindow;
import org.junit.jupiter.api.Test;

class PromptQueueTest {

    private static final String MAPS = "org.gnome.Maps";
    private static final String WEATHER = "org.gnome.Weather";

    /// Something on the fake screen.
    private static final class Showing implements PromptScreen.Shown {
        final Prompt prompt;
        final PromptScreen.Course<Answer> course;
        boolean closed;

        Showing(Prompt prompt, PromptScreen.Course<Answer> course) {
            this.prompt = prompt;
            this.course = course;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final List<Showing> screen = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final PromptQueue queue =
            new PromptQueue((prompt, course) -> {
                screen.add(new Showing(prompt, course));
                return screen.getLast();
            });

    @Test
    void showsAQuestionAtOnce() {
        ask(MAPS);

        assertThat(screen).hasSize(1);
    }

    @Test
    void showsTheNextQuestionOfAnAppAfterTheAnswer() {
        ask(MAPS);
        ask(MAPS);
        assertThat(screen).hasSize(1);

        screen.getFirst().course.answered(new Denied());

        assertThat(screen).hasSize(2);
        assertThat(answers).containsExactly(new Denied());
    }

    @Test
    void letsNoAppHoldUpAnother() {
        ask(MAPS);
        ask(WEATHER);

        assertThat(screen).extracting(shown -> shown.prompt.appId()).containsExactly(MAPS, WEATHER);
    }

    @Test
    void dismissesTheSixthQuestionOfAnApp() {
        for (int i = 0; i < 6; i++) {
            ask(MAPS);
        }

        assertThat(answers).containsExactly(new Dismissed());
    }

    @Test
    void takesTheWindowOfAWithdrawnQuestionAway() {
        var ticket = ask(MAPS);

        ticket.withdraw();

        assertThat(screen.getFirst().closed).isTrue();
        assertThat(answers).containsExactly(new Dismissed());
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void neverShowsAQuestionThatWasWithdrawnWhileItWaited() {
        ask(MAPS);
        var second = ask(MAPS);

        second.withdraw();
        screen.getFirst().course.answered(new Denied());

        assertThat(screen).hasSize(1);
        assertThat(answers).containsExactly(new Dismissed(), new Denied());
    }

    @Test
    void countsTheFirstAnswerOnly() {
        var ticket = ask(MAPS);

        ticket.withdraw();
        screen.getFirst().course.answered(new Allowed(List.of()));

        assertThat(answers).containsExactly(new Dismissed());
    }

    @Test
    void showsAQuestionWithoutRoomAgainWhenAWindowHasGone() {
        ask(MAPS);
        ask(WEATHER);
        screen.get(1).course.noRoom();
        assertThat(screen).hasSize(2);

        screen.getFirst().course.answered(new Denied());

        assertThat(screen)
                .extracting(shown -> shown.prompt.appId())
                .containsExactly(MAPS, WEATHER, WEATHER);
    }

    @Test
    void dismissesEverythingAtOnce() {
        ask(MAPS);
        ask(MAPS);
        ask(WEATHER);

        queue.dismissAll();

        assertThat(answers).hasSize(3).containsOnly(new Dismissed());
        assertThat(queue.isEmpty()).isTrue();
    }

    private PromptQueue.Ticket<Answer> ask(String app) {
        var wording = new Wording("Allow?", "", "", "", new Wording.Labels("", ""));
        return queue.ask(
                new Prompt(app, wording, List.of(), new ParentWindow.None(), Manner.MODAL),
                answers::add);
    }
}
