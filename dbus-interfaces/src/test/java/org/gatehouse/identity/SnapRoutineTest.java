package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A program named `snap` stands in for snapd's.
class SnapRoutineTest {

    @TempDir Path folder;

    @Test
    void tellsWhichSnapAProcessBelongsTo() throws Exception {
        snap("echo '[Snap Info]'; echo InstanceName=spot-it; echo AppName=$1-$2-$3");

        var info = routine().portalInfo(4711);

        assertThat(SandboxRecords.snap(info).wireId()).isEqualTo("snap.spot-it");
        assertThat(info.value("Snap Info", "AppName")).contains("routine-portal-info-4711");
    }

    @Test
    void isGivenNothingOfOurEnvironmentButTwoVariables() throws Exception {
        snap("echo '[Snap Info]'; /usr/bin/env | /usr/bin/grep -v -E '^(PWD|SHLVL|_)='");

        var environment = new HashMap<>(environment());
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/none");
        var info = new SnapRoutine(environment).portalInfo(1);

        assertThat(info.value("Snap Info", "PATH")).contains(folder.toString());
        assertThat(info.value("Snap Info", "HOME")).contains(folder.toString());
        assertThat(info.value("Snap Info", "DBUS_SESSION_BUS_ADDRESS")).isEmpty();
        assertThat(info.value("Snap Info", "JAVA_HOME")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 1",
                "echo '[Snap Info]'; exit 2",
                "echo nonsense",
                "kill -9 $$",
                "while :; do :; done",
                "while :; do echo '#################################################'; done"
            })
    void isADoubtWhenItDoesNotAnswerWell(String script) throws IOException {
        snap(script);

        assertThatThrownBy(() -> routine().portalInfo(1)).isInstanceOf(IdentityDoubt.class);
    }

    @Test
    void isADoubtWhenThereIsNone() {
        assertThatThrownBy(() -> routine().portalInfo(1)).isInstanceOf(IdentityDoubt.class);
    }

    private SnapRoutine routine() {
        return new SnapRoutine(environment());
    }

    private Map<String, String> environment() {
        return Map.of("PATH", folder.toString(), "HOME", folder.toString());
    }

    private void snap(String script) throws IOException {
        var file = Files.writeString(folder.resolve("snap"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
