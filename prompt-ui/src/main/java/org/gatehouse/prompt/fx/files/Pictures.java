package org.gatehouse.prompt.fx.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.disk.Thumbnails;
import org.gatehouse.prompt.fx.AppPicture;

/// Small pictures of files: the thumbnails that the desktop keeps, and PNG and GIF files
/// themselves, whose readers are written in Java. A file in a form that only native code can read
/// gets no picture but its thumbnail: whoever made the file must not get at this process by it.
///
/// What was asked for last is read first, and what was asked for long ago is forgotten, so that
/// fast scrolling reads only what is seen.
///
/// Threads: called on the application thread; one daemon thread reads, and ends when it has nothing
/// to do.
final class Pictures {

    private static final int MOST_WAITING = 60;
    private static final int MOST_KEPT = 400;
    private static final long LARGEST_FILE = 16L * 1024 * 1024;
    private static final int LARGEST_SIDE = 6000;
    private static final int SIDE = 256;
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final long GIF = 0x474946383961L;

    private final Thumbnails thumbnails;
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private final Map<Key, Optional<Image>> known = new LinkedHashMap<>(64, 0.75f, true);
    private boolean reading;

    private record Key(Entry entry, boolean close) {}

    private record Wish(Key key, Consumer<Image> found) {}

    Pictures(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /// Finds the picture of a file, now or later or never.
    ///
    /// @param close whether the person looks at this one, so that the file itself may be read
    void find(Entry entry, boolean close, Consumer<Image> found) {
        var key = new Key(entry, close);
        var before = known.get(key);
        if (before != null) {
            before.ifPresent(found);
            return;
        }
        if (entry.kind() != Entry.Kind.FILE) {
            return;
        }
        synchronized (wishes) {
            wishes.push(new Wish(key, found));
            if (wishes.size() > MOST_WAITING) {
                wishes.removeLast();
            }
            if (!reading) {
                reading = true;
                Thread.ofPlatform().daemon().name("pictures").start(this::work);
            }
        }
    }

    private void work() {
        for (var wish = next(); wish.isPresent(); wish = next()) {
            var done = wish.get();
            var image = read(done.key());
            Platform.runLater(() -> {
                keep(done.key(), image);
                image.ifPresent(done.found());
            });
        }
    }

    private Optional<Wish> next() {
        synchronized (wishes) {
            var wish = Optional.ofNullable(wishes.poll());
            reading = wish.isPresent();
            return wish;
        }
    }

    private void keep(Key key, Optional<Image> image) {
        known.put(key, image);
        if (known.size() > MOST_KEPT) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private Optional<Image> read(Key key) {
        var thumbnail = thumbnails.find(key.entry()).flatMap(AppPicture::image);
        boolean itself = key.close() || key.entry().size() <= LARGEST_FILE / 16;
        return thumbnail.isPresent() || !itself ? thumbnail : itself(key.entry());
    }

    private static Optional<Image> itself(Entry entry) {
        var file = entry.path().toPath();
        try {
            if (entry.size() > LARGEST_FILE || !isReadable(file)) {
                return Optional.empty();
            }
            try (var in = Files.newInputStream(file)) {
                var image = new Image(in, SIDE, SIDE, true, true);
                return image.isError() ? Optional.empty() : Optional.of(image);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// By its first bytes, whatever its name says; a small file may claim a huge picture.
    private static boolean isReadable(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long start = in.readLong();
            if (start == PNG) {
                in.skipNBytes(8);
                int width = in.readInt();
                return isSide(width) && isSide(in.readInt());
            }
            if (start >>> 16 == GIF) {
                int width = Short.toUnsignedInt(Short.reverseBytes((short) start));
                return isSide(width)
                        && isSide(Short.toUnsignedInt(Short.reverseBytes(in.readShort())));
            }
            return false;
        }
    }

    private static boolean isSide(int pixels) {
        return pixels > 0 && pixels <= LARGEST_SIDE;
    }
}
