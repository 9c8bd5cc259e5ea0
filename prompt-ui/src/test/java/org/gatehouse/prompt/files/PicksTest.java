package org.gatehouse.prompt.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.files.Entries.file;
import static org.gatehouse.prompt.files.Entries.folder;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PicksTest {

    private static final List<Entry> FILES =
            List.of(folder("Album"), file("bread"), file("Butter"), file("cheese"), file("corn"));

    @Nested
    class WhereOneIsPicked {

        private final Picks picks = picks(false);

        @Test
        void theFirstStepPicksTheFirst() {
            picks.move(1, false);

            assertThat(labels(picks)).containsExactly("Album");
        }

        @Test
        void aFarStepStopsAtTheEnd() {
            picks.move(100, false);
            assertThat(labels(picks)).containsExactly("corn");

            picks.move(-100, false);
            assertThat(labels(picks)).containsExactly("Album");
        }

        @Test
        void neitherShiftNorControlPicksMore() {
            picks.only(1);
            picks.extendTo(3);
            picks.toggle(4);
            picks.all(_ -> true);

            assertThat(labels(picks)).containsExactly("corn");
        }
    }

    @Nested
    class WhereSeveralArePicked {

        private final Picks picks = picks(true);

        @Test
        void shiftPicksARangeFromWhereItBegan() {
            picks.only(2);
            picks.move(1, true);
            picks.move(1, true);
            picks.extendTo(1);

            assertThat(labels(picks)).containsExactly("bread", "Butter");
        }

        @Test
        void controlAddsAndTakesAway() {
            picks.only(1);
            picks.toggle(3);
            picks.toggle(1);

            assertThat(labels(picks)).containsExactly("cheese");
        }

        @Test
        void allPicksWhatCanBePicked() {
            picks.all(entry -> !entry.isFolder());

            assertThat(labels(picks)).containsExactly("bread", "Butter", "cheese", "corn");
        }

        @Test
        void otherEntriesAreNotPicked() {
            picks.all(_ -> true);
            picks.show(FILES);

            assertThat(picks.picked()).isEmpty();
            assertThat(picks.cursor()).isEqualTo(-1);
        }
    }

    @Test
    void lettersFindTheNextNameAndGoAround() {
        var picks = picks(false);

        assertThat(picks.find("b", true)).isEqualTo(1);
        picks.only(1);
        assertThat(picks.find("b", true)).isEqualTo(2);
        picks.only(2);
        assertThat(picks.find("b", true)).isEqualTo(1);
        assertThat(picks.find("bu", false)).isEqualTo(2);
        assertThat(picks.find("x", true)).isEqualTo(-1);
    }

    @Test
    void nothingHappensInAnEmptyFolder() {
        var picks = new Picks(true);

        picks.move(1, false);

        assertThat(picks.picked()).isEmpty();
        assertThat(picks.find("a", true)).isEqualTo(-1);
    }

    private static Picks picks(boolean multiple) {
        var picks = new Picks(multiple);
        picks.show(FILES);
        return picks;
    }

    private static List<String> labels(Picks picks) {
        return picks.picked().stream().map(Entry::label).toList();
    }
}
