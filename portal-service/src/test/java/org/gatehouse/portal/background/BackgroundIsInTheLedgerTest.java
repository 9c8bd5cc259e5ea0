package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import java.util.List;
import org.gatehouse.portal.fake.Store;
import org.gatehouse.portal.fake.WindowsBackend;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackgroundIsInTheLedgerTest {

    private static final String GENTLE =
            "trap 'echo term; exit 0' TERM; echo up; while :; do sleep 0.1; done";
    private static final String RAN =
            "ran org.example.Sync in the background from"
                    + " \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d to \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d";

    private final PortalSession session = new PortalSession();
    private final WindowsBackend windows = session.withBackground();
    private final Store store = session.withTerms();

    @BeforeEach
    void allowTheApp() {
        store.set(SYNC, "yes");
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void oneRecordForEachStretchWithoutAWindow() {
        session.withPortal();
        sandbox("301");
        awaitTwoLooks();
        assertThat(store.ledger()).isEmpty();

        windows.open(SYNC);

        Await.until("the stretch is written down", () -> !store.ledger().isEmpty());
        assertThat(store.ledger()).hasSize(1).allMatch(each -> each.matches(RAN));
    }

    @Test
    void whyItWasStopped() {
        session.withPortal();
        var instance = sandbox("302");
        awaitTwoLooks();

        windows.open(SYNC);
        Await.until("the window is seen", () -> store.ledger().size() == 1);
        store.set(SYNC, "no");
        windows.close(SYNC);

        instance.awaitEnd(20);
        Await.until("both are written down", () -> store.ledger().size() == 3);
        assertThat(store.ledger())
                .anyMatch(each -> each.matches(RAN))
                .contains("stopped " + SYNC + " it ran without a window and may not");
    }

    @Test
    void thatItWasStartedAtLogin() {
        session.write(
                "config/autostart/" + SYNC + ".desktop",
                "[Desktop Entry]\nType=Application\nExec=flatpak run " + SYNC + "\n");
        session.withPortal();
        sandbox("303");

        Await.until("the start is written down", () -> !store.ledger().isEmpty());

        assertThat(store.ledger()).isEqualTo(List.of("started " + SYNC + " at login"));
        assertThat(store.running().toString()).contains("at-login");
    }

    private Sandbox sandbox(String id) {
        var sandbox = new Sandbox(session, SYNC, id, GENTLE);
        sandbox.awaitLine("up");
        return sandbox;
    }

    private static void awaitTwoLooks() {
        long end = System.nanoTime() + Windowless.APART.plusSeconds(2).toNanos();
        Await.until("two looks", () -> System.nanoTime() > end);
    }
}
