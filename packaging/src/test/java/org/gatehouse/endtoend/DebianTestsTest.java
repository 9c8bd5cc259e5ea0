package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tests that Debian ships for xdg-desktop-portal, against our store, document portal and
/// portal.
class DebianTestsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void allTestsOfThePermissionStorePass() throws InterruptedException {
        var tests = run("test-permission-store");

        assertThat(tests.awaitEnd(PATIENCE)).as(tests.output()).isZero();
        assertThat(tests.output())
                .contains("ok 14 /permissions/get-permission3")
                .doesNotContain("not ok", "SKIP");
    }

    /// Not `version`, which wants the 4 of its time.
    @Test
    void allTestsOfTheDocumentPortalPass() throws InterruptedException {
        var tests = run("test-doc-portal", "-s", "/db/version");

        assertThat(tests.awaitEnd(PATIENCE)).as(tests.output()).isZero();
        assertThat(tests.output())
                .contains("ok 2 /db/create_doc", "ok 3 /db/recursive_doc")
                .contains("ok 4 /db/create_docs", "ok 5 /db/add_named")
                .doesNotContain("not ok");
    }

    @Test
    void allTestsOfTheFileSystemPass() throws InterruptedException {
        var tests = run("test-document-fuse.sh");

        assertThat(tests.awaitEnd(PATIENCE)).as(tests.output()).isZero();
        assertThat(tests.output()).contains("ok single-threaded").doesNotContain("not ok", "SKIP");
    }

    @Test
    void theLocationTestsOfThePortalPass() throws InterruptedException {
        var tests = run("test-portals", "-p", "/portal/location");

        assertThat(tests.awaitEnd(PATIENCE)).as(tests.output()).isZero();
        assertThat(tests.output())
                .contains(
                        "ok 1 /portal/location/exists",
                        "ok 2 /portal/location/basic",
                        "ok 3 /portal/location/accuracy")
                .doesNotContain("not ok", "SKIP");
    }

    /// Not `basic2`, which relies on a deprecated call to the backend for a caller without an id.
    @Test
    void theBackgroundTestsOfThePortalPass() throws InterruptedException {
        var tests =
                run(
                        "test-portals",
                        "-p",
                        "/portal/background/exists",
                        "-p",
                        "/portal/background/basic1",
                        "-p",
                        "/portal/background/reason",
                        "-p",
                        "/portal/background/commandline");

        assertThat(tests.awaitEnd(PATIENCE)).as(tests.output()).isZero();
        assertThat(tests.output())
                .contains("/portal/background/exists", "/portal/background/commandline")
                .doesNotContain("not ok", "SKIP");
    }

    /// Not `filechooser/exists`, which wants an older version of the interface.
    @Test
    void theFileChooserTestsOfThePortalPass() throws InterruptedException {
        var tests = run("test-portals", "-p", "/portal/openfile", "-p", "/portal/savefile");

        assertThat(tests.awaitEnd(PATIENCE)).as(tests.output()).isZero();
        assertThat(tests.output())
                .contains("ok 15 /portal/openfile/parallel", "ok 22 /portal/savefile/parallel")
                .doesNotContain("not ok", "SKIP");
    }

    private static Program run(String suite, String... options) {
        var command =
                Stream.concat(
                        Stream.of(
                                Image.script("parts/debian-tests"),
                                suite,
                                Image.testing("gatehouse-permission-store"),
                                Image.testing("gatehouse-document-portal"),
                                Image.testing("gatehouse-portal")),
                        Stream.of(options));
        return new Program(new ProcessBuilder(command.toList()));
    }
}
