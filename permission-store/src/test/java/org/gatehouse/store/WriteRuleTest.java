package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.protocol.PortalException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WriteRuleTest {

    private static final EntryKey KEY = EntryKey.of("table", "id");
    private static final StoredValue SEVEN = new StoredValue("y", new byte[] {7});
    private static final Entry TWO_APPS =
            new Entry(Map.of("a", List.of("yes"), "b", List.of("x", "y")), SEVEN);

    @Nested
    class AWriteToAnIdThatIsNotThere {

        @Test
        void makesItOnlyIfItMay() {
            var may = new Write.SetPermission(KEY, true, "a", List.of("yes"));
            var mayNot = new Write.SetPermission(KEY, false, "a", List.of("yes"));

            assertThat(apply(may, Optional.empty()).orElseThrow().of("a")).containsExactly("yes");
            assertThatThrownBy(() -> apply(mayNot, Optional.empty()))
                    .isInstanceOf(PortalException.class);
        }

        @Test
        void givesItTheByteZero() {
            var write = new Write.SetPermission(KEY, true, "a", List.of("yes"));

            assertThat(apply(write, Optional.empty()).orElseThrow().data())
                    .isEqualTo(StoredValue.NONE);
        }
    }

    @Test
    void noWordsTakeTheRowAway() {
        var write = new Write.SetPermission(KEY, false, "a", List.of());

        assertThat(apply(write, Optional.of(TWO_APPS)).orElseThrow().permissions())
                .containsOnlyKeys("b");
    }

    @Test
    void theLastAppLeavesTheIdBehind() {
        var one = TWO_APPS.without("b");
        var write = new Write.DeletePermission(KEY, "a");

        assertThat(apply(write, Optional.of(one))).contains(new Entry(Map.of(), SEVEN));
    }

    @Test
    void setReplacesEverythingSortedByAppAndWithoutEmptyRows() {
        var rows = Map.of("z", List.of("1"), "c", List.<String>of(), "a", List.of("2"));
        var write = new Write.Set(KEY, false, rows, StoredValue.NONE);

        var after = apply(write, Optional.of(TWO_APPS)).orElseThrow();

        assertThat(after.permissions().keySet()).containsExactly("a", "z");
        assertThat(after.data()).isEqualTo(StoredValue.NONE);
    }

    @Nested
    class ARevocation {

        @Test
        void isALostRowALostWordOrANo() {
            assertThat(WriteRule.isRevocation(TWO_APPS, Optional.empty())).isTrue();
            assertThat(WriteRule.isRevocation(TWO_APPS, Optional.of(TWO_APPS.without("a"))))
                    .isTrue();
            assertThat(WriteRule.isRevocation(TWO_APPS, with("b", "x"))).isTrue();
            assertThat(WriteRule.isRevocation(TWO_APPS, with("a", "no"))).isTrue();
            assertThat(WriteRule.isRevocation(TWO_APPS, with("a", "NONE", "0"))).isTrue();
        }

        @Test
        void isNotAnotherWordOrAnotherApp() {
            assertThat(WriteRule.isRevocation(TWO_APPS, Optional.of(TWO_APPS))).isFalse();
            assertThat(WriteRule.isRevocation(TWO_APPS, with("a", "maybe"))).isFalse();
            assertThat(WriteRule.isRevocation(TWO_APPS, with("c", "yes"))).isFalse();
        }

        @Test
        void takesAwayAndGivesNothingWhenOnlyItCounts() {
            var after =
                    TWO_APPS.without("a")
                            .with("b", List.of("x", "y", "z"))
                            .with("c", List.of("yes"));

            assertThat(WriteRule.narrowed(TWO_APPS, Optional.of(after)).orElseThrow().permissions())
                    .isEqualTo(Map.of("b", List.of("x", "y")));
        }

        private static Optional<Entry> with(String app, String... words) {
            return Optional.of(TWO_APPS.with(app, List.of(words)));
        }
    }

    private static Optional<Entry> apply(Write.EntryWrite write, Optional<Entry> current) {
        return WriteRule.apply(write, current, _ -> List.of());
    }
}
