package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.junit.jupiter.api.Test;

class U17DetachedProcessesBelongToTheAppTest {

    /// The leader ends at once; one child left its session, one left its parent as well.
    private static final String DETACHED =
            "setsid sh -c \"trap 'echo child term' TERM; echo child; while :; do sleep 0.1; done\" &"
                    + " (setsid sh -c \"trap 'echo orphan term' TERM; echo orphan;"
                    + " while :; do sleep 0.1; done\" &) ; sleep 1; echo leader ends";

    @Test
    void childrenThatLeftEverythingEndToo() {
        try (var background = Background.open()) {
            var other = background.session().host();
            background.session().permitBackground("background", SYNC, "no");
            var instance = background.sandbox("81", DETACHED);
            instance.awaitLine("child");
            instance.awaitLine("orphan");

            instance.awaitEnd(25);

            assertThat(instance.output()).contains("leader ends", "child term", "orphan term");
            assertThat(other.setStatus("").error())
                    .as("a program outside lives on")
                    .contains("NotAllowed");
        }
    }
}
