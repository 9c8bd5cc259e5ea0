package org.gatehouse.bench;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.libc.Descriptor;
import org.jspecify.annotations.Nullable;

/// One file of 256 MiB through the documents' file system, as its host sees it.
///
/// It is in the page cache of the host, so that only the way through the mount is measured.
final class MountGroup {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int MEBIBYTE = 1 << 20;
    private static final int SIZE = 256;
    private static final int BLOCK = 4096;
    private static final int RANDOM_READS = 20_000;
    private static final int CALLS = 20_000;
    private static final int PARALLEL = 4;

    private MountGroup() {}

    static void measure(BusConnection bus) throws IOException, InterruptedException {
        var file = Files.createTempFile("bench", ".bin");
        try {
            fill(file);
            var shown = document(bus, file);
            for (int i = 0; i < 2; i++) { // the first pass warms up
                measure(shown, i == 1);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void fill(Path file) throws IOException {
        var block = new byte[MEBIBYTE];
        new Random(1).nextBytes(block);
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < SIZE; i++) {
                out.write(block);
            }
        }
    }

    /// Makes a file a document; its path on the mount.
    private static Path document(BusConnection bus, Path file) throws IOException {
        try (var opened = Descriptor.open(file.toString(), Descriptor.O_PATH)) {
            var served = Served.DOCUMENTS;
            var added =
                    bus.call(
                            served.name(),
                            served.path(),
                            served.interfaceName(),
                            "Add",
                            DEADLINE,
                            "hbb",
                            new UnixFd(opened.number()),
                            false,
                            false);
            var point =
                    (byte[])
                            bus.call(
                                            served.name(),
                                            served.path(),
                                            served.interfaceName(),
                                            "GetMountPoint",
                                            DEADLINE,
                                            "")[0];
            var text = new String(point, 0, point.length - 1, StandardCharsets.UTF_8);
            return Path.of(text, (String) added[0], file.getFileName().toString());
        }
    }

    private static void measure(Path file, boolean counts)
            throws IOException, InterruptedException {
        report(counts, "read from beginning to end", "MB/s", sequential(file));
        report(counts, "random reads of 4 KiB", "1/s", random(file, 1));
        report(counts, "random reads of 4 KiB, four threads", "1/s", random(file, PARALLEL));
        report(counts, "status of a file", "1/s", rate(() -> Files.readAttributes(file, "*")));
        report(counts, "open and close", "1/s", rate(() -> FileChannel.open(file, READ).close()));
    }

    private static void report(boolean counts, String name, String unit, double value) {
        if (counts) {
            Bench.print(name, unit, value);
        }
    }

    private static double sequential(Path file) throws IOException {
        var buffer = ByteBuffer.allocateDirect(MEBIBYTE);
        var begun = System.nanoTime();
        try (var open = FileChannel.open(file, READ)) {
            while (open.read(buffer.clear()) > 0) {
                // what was read does not matter
            }
        }
        return SIZE * MEBIBYTE / ((System.nanoTime() - begun) / 1e3);
    }

    private static double random(Path file, int threads) throws InterruptedException {
        var done = new CountDownLatch(threads);
        var failure = new AtomicReference<@Nullable IOException>();
        var begun = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            var random = new Random(i);
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            random(file, random, RANDOM_READS / threads);
                        } catch (IOException e) {
                            failure.set(e);
                        } finally {
                            done.countDown();
                        }
                    });
        }
        done.await();
        if (failure.get() != null) {
            throw new IllegalStateException("not every read went well", failure.get());
        }
        return RANDOM_READS * 1e9 / (System.nanoTime() - begun);
    }

    private static void random(Path file, Random random, int count) throws IOException {
        var buffer = ByteBuffer.allocateDirect(BLOCK);
        try (var open = FileChannel.open(file, READ)) {
            for (int i = 0; i < count; i++) {
                open.read(buffer.clear(), (long) random.nextInt(SIZE * 256) * BLOCK);
            }
        }
    }

    @FunctionalInterface
    private interface Use {
        void make() throws IOException;
    }

    private static double rate(Use use) throws IOException {
        var begun = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            use.make();
        }
        return CALLS * 1e9 / (System.nanoTime() - begun);
    }
}
