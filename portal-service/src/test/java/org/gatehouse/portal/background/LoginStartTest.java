package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatehouse.portal.background.LoginStart.Entry;
import org.gatehouse.protocol.AppId;
import org.junit.jupiter.api.Test;

class LoginStartTest {

    private static final AppId SYNC = new AppId("org.example.Sync");
    private static final long LOGIN = 10_000;
    private static final List<String> ENTRY =
            List.of("flatpak", "run", "--command=sync", "org.example.Sync", "--silent");
    private static final Optional<List<String>> SILENT = Optional.of(List.of("sync", "--silent"));

    private static boolean covers(List<String> entry, long began, Optional<List<String>> words) {
        return new LoginStart(Optional.of(new Entry(LOGIN - 500, entry)), LOGIN)
                .covers(SYNC, began, words);
    }

    @Test
    void whatTheSessionStartedSoonAfterItsBeginning() {
        assertThat(covers(ENTRY, LOGIN + 5, SILENT)).isTrue();
        assertThat(covers(ENTRY, LOGIN + 120, SILENT)).isTrue();
    }

    @Test
    void nothingThatWasStartedLaterOrBefore() {
        assertThat(covers(ENTRY, LOGIN + 121, SILENT)).isFalse();
        assertThat(covers(ENTRY, LOGIN - 1, SILENT)).isFalse();
    }

    @Test
    void nothingThatWasStartedAnotherWay() {
        assertThat(covers(ENTRY, LOGIN + 5, Optional.of(List.of("sync")))).isFalse();
        assertThat(covers(ENTRY, LOGIN + 5, Optional.of(List.of("other", "--silent")))).isFalse();
        assertThat(covers(List.of("other", "thing"), LOGIN + 5, SILENT)).isFalse();
    }

    @Test
    void anyProgramOfTheAppWhereTheEntryNamesNone() {
        var usual = List.of("flatpak", "run", "org.example.Sync");

        assertThat(covers(usual, LOGIN + 5, Optional.of(List.of("sync")))).isTrue();
        assertThat(covers(usual, LOGIN + 5, SILENT)).isFalse();
    }

    @Test
    void whateverWordsCannotBeSeen() {
        assertThat(covers(ENTRY, LOGIN + 5, Optional.empty())).isTrue();
    }

    @Test
    void nothingWithoutAnEntryThatWasThereBefore() {
        assertThat(new LoginStart(Optional.empty(), LOGIN).covers(SYNC, LOGIN + 5, SILENT))
                .isFalse();
        assertThat(
                        new LoginStart(Optional.of(new Entry(LOGIN + 8, ENTRY)), LOGIN)
                                .covers(SYNC, LOGIN + 5, SILENT))
                .isFalse();
    }
}
