package org.gatehouse.documents.mount;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.documents.mount.Mounted.EDITOR;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.role.RoleFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row F13 of the requirements: files are read through the mount at any place, without copies.
@Timeout(60)
class F13FilesAreReadAnywhereTest {

    private static final long SIZE = 5_000_000_000L;
    private static final byte[] END = {'e', 'n', 'd'};

    @TempDir Path folder;
    private Mounted mounted;
    private Path shown;

    @BeforeEach
    void mount() throws IOException, RoleFailure {
        mounted = new Mounted(folder);
        var file = mounted.host().resolve("film.bin");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(SIZE);
            sparse.seek(SIZE - END.length);
            sparse.write(END);
        }
        shown = mounted.of(EDITOR).resolve(mounted.addFile("film", file));
        mounted.grant("film", EDITOR, DocumentPermission.READ, DocumentPermission.WRITE);
    }

    @AfterEach
    void unmount() {
        mounted.close();
    }

    @Test
    void atTheEndOfFiveGigabytes() throws IOException {
        try (var film = FileChannel.open(shown, READ)) {
            assertThat(film.size()).isEqualTo(SIZE);
            var end = ByteBuffer.allocate(10);

            int got = film.position(SIZE - END.length).read(end);

            assertThat(got).isEqualTo(END.length);
            assertThat(end.array()).startsWith(END);
            assertThat(film.read(end)).isEqualTo(-1);
        }
    }

    @Test
    void andWritten() throws IOException {
        try (var film = FileChannel.open(shown, READ, WRITE)) {
            film.write(ByteBuffer.wrap(END), SIZE - 100);

            var written = ByteBuffer.allocate(END.length);
            film.read(written, SIZE - 100);
            assertThat(written.array()).isEqualTo(END);
            assertThat(film.size()).isEqualTo(SIZE);
        }
    }

    @Test
    void andSearchedForWhatIsInThem() throws Exception {
        var script =
                "import os,sys; f=os.open(sys.argv[1],os.O_RDONLY);"
                        + " print(os.lseek(f,0,os.SEEK_DATA) > 4000000000)";

        var output = Mounted.run(Path.of("/"), "python3", "-c", script, shown.toString());

        assertThat(output.strip()).isEqualTo("True");
    }
}
