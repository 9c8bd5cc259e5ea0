package org.gatehouse.prompt.files.disk;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.protocol.FileUri;

/// The small pictures of files that the desktop keeps.
///
/// Source: Thumbnail Managing Standard 0.9: `~/.cache/thumbnails/large|normal/MD5.png`, where MD5
/// is of the file's URI; one counts only if its text `Thumb::MTime` is the file's time in seconds.
/// Threads: any but the toolkit's.
public final class Thumbnails {

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int TEXT = 0x74455874;
    private static final int DATA = 0x49444154;
    private static final int LONGEST_TEXT = 8 * 1024;
    private static final int MOST_CHUNKS = 32;

    private final List<Path> folders;

    /// @param cacheHome `$XDG_CACHE_HOME`
    public Thumbnails(Path cacheHome) {
        var thumbnails = cacheHome.resolve("thumbnails");
        folders = List.of(thumbnails.resolve("large"), thumbnails.resolve("normal"));
    }

    /// The picture of a file as it is now; a PNG.
    public Optional<Path> find(Entry entry) {
        var name = digest(FileUri.of(entry.path())) + ".png";
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(picture -> time(picture).equals(entry.modified() / 1000 + ""))
                .findFirst();
    }

    private static String digest(String uri) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(uri.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /// The text `Thumb::MTime`, without a fraction; `""` if there is none.
    private static String time(Path picture) {
        if (!Files.isRegularFile(picture)) {
            return "";
        }
        try (var in = new DataInputStream(Files.newInputStream(picture))) {
            return in.readLong() == PNG_SIGNATURE ? time(in) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String time(DataInputStream in) throws IOException {
        for (int i = 0; i < MOST_CHUNKS; i++) {
            int length = in.readInt();
            int type = in.readInt();
            if (type == DATA || length < 0) {
                return "";
            }
            if (type == TEXT && length <= LONGEST_TEXT) {
                var found = time(in.readNBytes(length));
                if (found.isPresent()) {
                    return found.get();
                }
            } else {
                in.skipNBytes(length);
            }
            in.skipNBytes(4);
        }
        return "";
    }

    private static Optional<String> time(byte[] text) {
        var parts = new String(text, StandardCharsets.ISO_8859_1).split("\0", 2);
        return parts.length == 2 && parts[0].equals("Thumb::MTime")
                ? Stream.of(parts[1].split("\\.")).findFirst()
                : Optional.empty();
    }
}
