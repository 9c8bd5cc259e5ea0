package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.libc.Libc;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.AppIdentity.Unknown;
import org.gatehouse.protocol.SandboxKind;
import org.gatehouse.role.XdgDirectories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real processes in real sandboxes; only the bus is a [KnownPeer].
class ProcessIdentifierTest {

    @TempDir Path folder;

    @Nested
    class AHostProgram {

        @Test
        void isShownToBeOne() throws Exception {
            try (var program = Sandbox.behind()) {
                var caller = identified(KnownPeer.process(program.pid()));

                assertThat(caller.identity()).isEqualTo(new Host(""));
                assertThat(caller.pid()).isEqualTo(program.pid());
                assertThat(caller.executable()).endsWith("/sleep");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"--mount", "--user", "--pid"})
        void isAnUnknownSandboxInANamespaceOfItsOwn(String namespace) throws Exception {
            boolean isPrivileged = Libc.effectiveUser() == 0;
            assumeTrue(isPrivileged || namespace.equals("--user"), "needs root");
            try (var program = Sandbox.behind("unshare", namespace, "--fork")) {
                assertThat(identity(KnownPeer.process(program.pid()))).isEqualTo(new Unknown());
            }
        }

        @Test
        void isRefusedWhenItHasEnded() throws Exception {
            var program = new ProcessBuilder("/bin/true").start();
            program.waitFor();

            refused(KnownPeer.process(program.pid()));
        }

        @Test
        void isRefusedWhenItIsYoungerThanTheConnection() throws Exception {
            long before = Libc.bootTimeNanos() - Duration.ofMillis(20).toNanos();
            try (var program = Sandbox.behind()) {
                refused(KnownPeer.process(program.pid()).announcedAt(before));
            }
        }
    }

    @Test
    void aLinyapsAppIsWhatItsRecordSays() throws Exception {
        var record = "[Application]\nId=org.example.Maps\n[Instance]\nId=7\n";
        try (var app = Sandbox.withRecord(".linyaps", record)) {
            assertThat(identity(KnownPeer.process(app.pid())))
                    .isEqualTo(
                            new Sandboxed(SandboxKind.LINYAPS, new AppId("org.example.Maps"), "7"));
        }
    }

    @Test
    void aRootWithoutARecordIsAnUnknownSandbox() throws Exception {
        try (var app = Sandbox.withOwnRoot()) {
            assertThat(identity(KnownPeer.process(app.pid()))).isEqualTo(new Unknown());
        }
    }

    @Test
    void aProfileThatIsEnforcedDecidesByItself() throws Exception {
        try (var program = Sandbox.behind()) {
            var peer = KnownPeer.process(program.pid());

            assertThat(identity(peer.labelled("snap.spot-it.spot-it (enforce)")).wireId())
                    .isEqualTo("snap.spot-it");
            assertThat(identity(peer.labelled("unconfined"))).isEqualTo(new Host(""));
            refused(peer.labelled("/usr/bin/evince (enforce)"));
            refused(peer.labelled("snap.spot-it.spot-it (complain)"));
        }
    }

    @Test
    void aProcessOfAnotherUserIsRefused() throws Exception {
        try (var program = Sandbox.behind()) {
            refused(KnownPeer.process(program.pid()).ofUser(Libc.effectiveUser() + 1));
        }
    }

    private void refused(BusEvidence evidence) {
        assertThatThrownBy(() -> identified(evidence)).isInstanceOf(IdentityDoubt.class);
    }

    private AppIdentity identity(BusEvidence evidence) throws Exception {
        return identified(evidence).identity();
    }

    private Caller identified(BusEvidence evidence) throws Exception {
        return identifier(evidence, folder).identify(":1.1");
    }

    /// One for whom nothing but what lies in `folder` is installed.
    static ProcessIdentifier identifier(BusEvidence evidence, Path folder)
            throws IOException, IdentityDoubt {
        var environment = Map.of("HOME", folder.toString(), "PATH", folder.toString());
        var installed = new InstalledApps(new XdgDirectories(environment));
        return new ProcessIdentifier(
                evidence, new ProcessApps(new SnapRoutine(environment), installed));
    }
}
