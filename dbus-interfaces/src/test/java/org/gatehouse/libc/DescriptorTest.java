package org.gatehouse.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorTest {

    private static final int ENOENT = 2;
    private static final int ELOOP = 40;

    @TempDir Path folder;

    @Test
    void readsAFileThroughItsFolder() throws IOException {
        Files.writeString(folder.resolve("info"), "x".repeat(10_000));

        try (var opened = Descriptor.open(folder.toString(), Descriptor.O_PATH);
                var info = opened.openAt("info", Descriptor.O_RDONLY)) {

            assertThat(info.status().isRegular()).isTrue();
            assertThat(info.read(20_000)).hasSize(10_000);
        }
    }

    @Test
    void readsOneByteMoreThanTheLimitAtMost() throws IOException {
        Files.writeString(folder.resolve("info"), "abcdef");

        try (var info = Descriptor.open(folder.resolve("info").toString(), Descriptor.O_RDONLY)) {
            assertThat(new String(info.read(3), StandardCharsets.UTF_8)).isEqualTo("abcd");
        }
    }

    @Test
    void tellsWhatTheSystemSaid() {
        assertThatThrownBy(() -> Descriptor.open(folder + "/none", Descriptor.O_RDONLY))
                .isInstanceOfSatisfying(
                        SystemCallException.class, e -> assertThat(e.error()).isEqualTo(ENOENT));
    }

    @Test
    void doesNotFollowALinkWhenToldSo() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));
        int flags = Descriptor.O_RDONLY | Descriptor.O_NOFOLLOW;

        assertThatThrownBy(() -> Descriptor.open(folder + "/link", flags))
                .isInstanceOfSatisfying(
                        SystemCallException.class, e -> assertThat(e.error()).isEqualTo(ELOOP));
        try (var opened = Descriptor.open(folder.toString(), Descriptor.O_PATH)) {
            assertThat(opened.readLinkAt("link")).isEqualTo("/etc/passwd");
        }
    }

    @Test
    void knowsEqualFilesByDeviceAndInode() throws IOException {
        Files.writeString(folder.resolve("a"), "");
        Files.createLink(folder.resolve("b"), folder.resolve("a"));
        Files.writeString(folder.resolve("c"), "");

        assertThat(status("a").isSameFile(status("b"))).isTrue();
        assertThat(status("a").isSameFile(status("c"))).isFalse();
    }

    private FileStatus status(String name) throws IOException {
        try (var file = Descriptor.open(folder.resolve(name).toString(), Descriptor.O_PATH)) {
            return file.status();
        }
    }

    @Test
    void seesAProcessEnd() throws Exception {
        var process = new ProcessBuilder("/bin/cat").start();
        try (var descriptor = Descriptor.ofProcess((int) process.pid())) {
            assertThat(descriptor.hasEnded()).isFalse();

            process.getOutputStream().close();
            process.waitFor();

            assertThat(descriptor.hasEnded()).isTrue();
        }
    }
}
