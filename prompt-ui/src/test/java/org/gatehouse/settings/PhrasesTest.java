package org.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.settings.fake.Samples.MAPS;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gatehouse.settings.fake.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

    private static final Times TIMES = new Times(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private static final Phrases PHRASES = new Phrases(TIMES);
    private static final PermissionInfo LOCATION = Samples.usual().permission("location");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-25T14:19:40Z | just now",
                "2026-11-25T14:18:30Z | a minute ago",
                "2026-11-25T13:50:00Z | 30 minutes ago",
                "2026-11-25T09:05:00Z | today, 09:05",
                "2026-11-24T23:59:00Z | yesterday, 23:59",
                "2026-11-21T08:00:00Z | Saturday, 08:00",
                "2026-03-03T08:00:00Z | 3 March, 08:00",
                "2024-03-03T08:00:00Z | 3 March 2024, 08:00"
            })
    void saysWhenSomethingWas(Instant when, String words) {
        assertThat(TIMES.ago(when.getEpochSecond())).isEqualTo(words);
    }

    @Test
    void saysNeverForNoTime() {
        assertThat(TIMES.ago(0)).isEqualTo("never");
    }

    @Test
    void saysHowMuchAndHowLong() {
        var grant = Samples.grant("location", MAPS, "Maps", Verdict.ALLOW, "city");

        assertThat(PHRASES.summary(grant, LOCATION))
                .isEqualTo("Approximate: the city · while I use the app");
    }

    @Test
    void saysUntilWhen() {
        var grant = Samples.grant("location", MAPS, "Maps", Verdict.ALLOW, "city");
        var until = Decision.withLifespan(grant, "until", LOCATION, TIMES.now());

        assertThat(PHRASES.summary(grant.after(until), LOCATION)).contains("until today, ");
    }

    @ParameterizedTest
    @CsvSource({"DENY,Not allowed", "ASK,Asks each time", "UNCLEAR,'Not understood, so it asks'"})
    void saysWhatIsNotAllowed(Verdict verdict, String words) {
        var grant = Samples.grant("location", MAPS, "Maps", verdict, "");

        assertThat(PHRASES.summary(grant, LOCATION)).isEqualTo(words);
    }

    @Test
    void keepsTheWordI() {
        assertThat(Phrases.lifespan("while-in-use")).isEqualTo("While I use the app");
        assertThat(Phrases.lifespan("something-new")).isEqualTo("something-new");
    }

    @ParameterizedTest
    @CsvSource({
        "started,Maps was started at login",
        "ran,Maps ran without a window",
        "stopped,Maps was stopped"
    })
    void saysHowAnAppRan(String event, String words) {
        var background = Samples.usual().permission("background");
        var key = new GrantKey("background", MAPS);
        var row = new LedgerRow(1, 1, event, key, "Maps", "", "", true);

        assertThat(Phrases.event(row, background)).isEqualTo(words);
    }

    @Test
    void saysThatAUseStopped() {
        var row = new LedgerRow(1, 1, "stopped", Samples.location(MAPS), "Maps", "", "", true);

        assertThat(Phrases.event(row, LOCATION)).isEqualTo("Maps stopped: Location");
    }

    @Test
    void saysSinceWhenAnAppRunsAndWhatItSays() {
        var app =
                new RunningApp(
                        MAPS,
                        "7",
                        "Maps",
                        RunningApp.State.BACKGROUND,
                        "Saving",
                        TIMES.now() - 60,
                        true);

        assertThat(PHRASES.running(app)).isEqualTo("since 14:19 · started at login");
        assertThat(Phrases.says(app)).isEqualTo("The app says: “Saving”");
    }

    @Test
    void showsWhatANewerServiceRecordsAsItIs() {
        var row =
                new LedgerRow(
                        1, 1, "pondered", new GrantKey("location", MAPS), "Maps", "", "", true);

        assertThat(Phrases.event(row, LOCATION)).isEqualTo("pondered: Location of Maps");
    }
}
