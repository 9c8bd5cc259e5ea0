package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameOwnershipTest {

    private Desktop desktop;

    @BeforeEach
    void openADesktop() throws IOException {
        desktop = new Desktop();
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse-permission-store," + Names.STORE,
        "gatehouse-document-portal," + Names.DOCUMENTS,
        "gatehouse-portal," + Names.PORTAL
    })
    void aTakenNameIsNotTakenOver(String launcher, String name) throws InterruptedException {
        var path = Image.ROOT.resolve("libexec/" + launcher).toString();
        var first = desktop.start(path);
        desktop.awaitOwner(name);

        var second = desktop.start(path);

        assertThat(second.awaitEnd()).isEqualTo(1);
        assertThat(second.output()).startsWith(launcher + ": ");
        assertThat(desktop.ownerPid(name)).isEqualTo(first.pid());
        assertThat(desktop.start(path, "--replace").awaitEnd())
                .as("not without consent")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse-permission-store," + Names.STORE + ",1",
        "gatehouse-document-portal," + Names.DOCUMENTS + ",20",
        "gatehouse-portal," + Names.PORTAL + ",0"
    })
    void anOwnerThatAllowsItIsReplaced(String launcher, String name, int statusOfTheReplaced)
            throws InterruptedException {
        var path = Image.ROOT.resolve("libexec/" + launcher).toString();
        var first = desktop.start(path, "--replace");
        desktop.awaitOwner(name);

        var second = desktop.start(path, "-r");

        assertThat(first.awaitEnd()).isEqualTo(statusOfTheReplaced);
        assertThat(desktop.ownerPid(name)).isEqualTo(second.pid());
    }

    @Test
    void theReferenceIsReplacedByTheService() throws InterruptedException {
        var reference = desktop.start("/usr/libexec/xdg-permission-store", "--replace");
        desktop.awaitOwner(Names.STORE);

        var ours = desktop.start(Image.STORE, "--replace");

        reference.awaitEnd();
        Desktop.await("ours owns the name", () -> desktop.ownerPid(Names.STORE) == ours.pid());
    }
}
