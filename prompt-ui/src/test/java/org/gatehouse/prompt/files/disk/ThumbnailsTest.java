package org.gatehouse.prompt.files.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.Entry.Kind;
import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {

    /// The example of the Thumbnail Managing Standard.
    private static final Entry PHOTO =
            new Entry(new HostPath("/home/jens/photos/me.png"), "me.png", Kind.FILE, 1, 42_900);

    private static final String NAME = "c6ee772d9e49320e97ec29a7eb5b1697.png";

    @TempDir private Path cache;

    @Test
    void areFoundByTheDigestOfTheUri() throws IOException {
        var picture = write("normal", "42");

        assertThat(new Thumbnails(cache).find(PHOTO)).contains(picture);
    }

    @Test
    void areLargeWhereThereIsALargeOne() throws IOException {
        write("normal", "42");
        var large = write("large", "42");

        assertThat(new Thumbnails(cache).find(PHOTO)).contains(large);
    }

    @Test
    void doNotCountForAFileThatHasChanged() throws IOException {
        write("normal", "41");

        assertThat(new Thumbnails(cache).find(PHOTO)).isEmpty();
    }

    @Test
    void doNotCountIfTheyAreNoPictures() throws IOException {
        var folder = Files.createDirectories(cache.resolve("thumbnails/normal"));
        Files.writeString(folder.resolve(NAME), "Thumb::MTime\0" + "42");

        assertThat(new Thumbnails(cache).find(PHOTO)).isEmpty();
    }

    private Path write(String size, String time) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        chunk(out, "IHDR", new byte[13]);
        chunk(out, "tEXt", "Thumb::URI\0file:///x".getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "tEXt", ("Thumb::MTime\0" + time).getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "IDAT", new byte[4]);
        var folder = Files.createDirectories(cache.resolve("thumbnails").resolve(size));
        return Files.write(folder.resolve(NAME), bytes.toByteArray());
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        out.writeInt(data.length);
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        out.writeInt(0);
    }
}
