package org.gatehouse.documents.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;

class MountPointsTest {

    private static final HostPath DOC = new HostPath("/run/user/1000/doc");

    @Test
    void tellsWhatIsMountedAtAPlace() {
        var table =
                """
                22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
                40 22 0:41 / /run/user/1000/doc rw,nosuid,nodev shared:7 master:2 - fuse.portal portal rw
                """;

        assertThat(MountPoints.types(table, DOC)).containsExactly("fuse.portal");
    }

    @Test
    void tellsAllThatIsMountedThereOnTopOfEachOther() {
        var table =
                """
                40 22 0:41 / /run/user/1000/doc rw - tmpfs tmpfs rw
                41 40 0:42 / /run/user/1000/doc rw - fuse.portal portal rw
                """;

        assertThat(MountPoints.types(table, DOC)).containsExactly("tmpfs", "fuse.portal");
    }

    @Test
    void doesNotTakeWhatIsBelowForTheSame() {
        var table = "40 22 0:41 / /run/user/1000/doc/x rw - fuse.portal portal rw\n";

        assertThat(MountPoints.types(table, DOC)).isEmpty();
    }

    @Test
    void readsPlacesWithSpacesAndBackslashes() {
        var table = "40 22 0:41 / /tmp/a\\040b\\134c rw - fuse.portal portal rw\n";

        assertThat(MountPoints.types(table, new HostPath("/tmp/a b\\c")))
                .containsExactly("fuse.portal");
    }

    @Test
    void overlooksLinesThatItDoesNotUnderstand() {
        assertThat(MountPoints.types("\n40 22\n1 2 3 4 /run/user/1000/doc rw\n", DOC))
                .containsExactly("");
    }
}
