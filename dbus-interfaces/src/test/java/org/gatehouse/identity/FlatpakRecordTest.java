package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a flatpak says of itself in `.flatpak-info`, in real sandboxes with good and odd ones.
class FlatpakRecordTest {

    private static final String MAPS =
            """
            [Application]
            name=org.example.Maps
            runtime=runtime/org.example.Platform/x86_64/1

            [Context]
            shared=network;

            [Instance]
            instance-id=4711
            """;

    @TempDir Path folder;

    @Test
    void isWhatItSays() throws Exception {
        try (var app = Sandbox.withRecord(".flatpak-info", MAPS)) {
            assertThat(identity(KnownPeer.process(app.pid())))
                    .isEqualTo(
                            new Sandboxed(
                                    SandboxKind.FLATPAK,
                                    new AppId("org.example.Maps"),
                                    "4711",
                                    "1"));
        }
    }

    @Test
    void mayBeARuntime() throws Exception {
        var runtime = MAPS.replace("Application", "Runtime");
        try (var app = Sandbox.withRecord(".flatpak-info", runtime)) {
            assertThat(identity(KnownPeer.process(app.pid())).wireId())
                    .isEqualTo("org.example.Maps");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[Instance]\ninstance-id=1\n",
                "[Application]\nname=org.example.Maps\n",
                "[Application]\nname=org.example.Maps\n[Instance]\ninstance-id=\n",
                "[Application]\nname=maps\n[Instance]\ninstance-id=1\n",
                "[Application]\nname=../maps.x\n[Instance]\ninstance-id=1\n",
                "[Application]\nname=a.b\nname=c.d\n[Instance]\ninstance-id=1\n",
                "[Application]\nname=a.b\n[Instance]\ninstance-id=../1\n",
                "[Application]\nname=a.b\n[Application]\n[Instance]\ninstance-id=1\n",
                "not a key file"
            })
    void isRefusedWithAMalformedOne(String record) throws Exception {
        try (var app = Sandbox.withRecord(".flatpak-info", record)) {
            refused(KnownPeer.process(app.pid()));
        }
    }

    @Test
    void isRefusedWithALinkForARecord() throws Exception {
        refusedInside("--symlink", "usr/share/os-release", "/.flatpak-info");
    }

    @Test
    void isRefusedWithAFolderForARecord() throws Exception {
        refusedInside("--dir", "/.flatpak-info");
    }

    @Test
    void isRefusedWithAFifoForARecord() throws Exception {
        var fifo = folder.resolve("fifo");
        new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();

        refusedInside("--bind", fifo.toString(), "/.flatpak-info");
    }

    @Test
    void isRefusedWithADeviceForARecord() throws Exception {
        refusedInside("--dev-bind", "/dev/null", "/.flatpak-info");
    }

    @Test
    void isRefusedWhenItsRecordCannotBeRead() throws Exception {
        // opens even for root, and fails to be read
        refusedInside("--ro-bind", "/proc/self/mem", "/.flatpak-info");
    }

    @Test
    void isRefusedWhenItsRecordMayNotBeRead() throws Exception {
        var record = Files.writeString(folder.resolve("record"), MAPS);
        assertThat(OrdinaryUser.sees(record)).isEqualTo("org.example.Maps");

        record.toFile().setReadable(false, false);

        assertThat(OrdinaryUser.sees(record)).isEqualTo("refused");
    }

    @Test
    void isRefusedWhenItsRecordIsEndless() throws Exception {
        var large = Files.writeString(folder.resolve("large"), "#".repeat(2 << 20));

        refusedInside("--ro-bind", large.toString(), "/.flatpak-info");
    }

    private void refusedInside(String... more) throws Exception {
        try (var app = Sandbox.withOwnRoot(more)) {
            refused(KnownPeer.process(app.pid()));
        }
    }

    private void refused(BusEvidence evidence) {
        assertThatThrownBy(() -> identified(evidence)).isInstanceOf(IdentityDoubt.class);
    }

    private AppIdentity identity(BusEvidence evidence) throws Exception {
        return identified(evidence).identity();
    }

    private Caller identified(BusEvidence evidence) throws Exception {
        return ProcessIdentifierTest.identifier(evidence, folder).identify(":1.1");
    }
}
