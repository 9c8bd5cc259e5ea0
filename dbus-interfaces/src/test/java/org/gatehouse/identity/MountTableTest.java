package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountTableTest {

    private static final MountTable OURS = table("26 1 8:1 / / rw - ext4 /dev/sda1 rw");

    @Test
    void letsOrdinaryFileSystemsPass() {
        var theirs =
                table(
                        """
                        26 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
                        27 26 0:40 / /run/user/1000/doc rw master:7 - fuse.portal portal rw
                        28 26 0:41 / /.flatpak-info ro - tmpfs tmpfs rw
                        """);

        assertThatCode(() -> theirs.refuseFuse(OURS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26 1 8:1 / /home rw - ext4 /dev/sda1 rw",
                "26 1 0:50 / / rw - fuse.slow slow rw",
                "26 1 0:50 / / rw shared:1 master:2 - fuse slow rw",
                "26 1 8:1 / / rw",
                "26 1 8:1 / / rw -",
                "26 1 8:1 / / rw - ext4 a rw\n27 26 0:1 / /.flatpak-info ro - fuseblk b ro",
                "26 1 8:1 / / rw - ext4 a rw\n27 26 0:1 / /.linyaps ro - fuse b ro"
            })
    void refusesFileSystemsOfTheCallersOwn(String theirs) {
        assertThatThrownBy(() -> table(theirs).refuseFuse(OURS)).isInstanceOf(IdentityDoubt.class);
    }

    @Test
    void letsPassWhatWeLiveOnOurselves() {
        var container = table("26 1 0:50 / / rw - fuse.fuse-overlayfs fuse-overlayfs rw");

        assertThatCode(() -> container.refuseFuse(container)).doesNotThrowAnyException();
    }

    private static MountTable table(String content) {
        return MountTable.parse(content.getBytes(StandardCharsets.UTF_8));
    }
}
