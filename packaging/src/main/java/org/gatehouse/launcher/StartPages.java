package org.gatehouse.launcher;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.PlainFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages of files that only the start needed: a service that waits for days gives them back.
///
/// A starting JVM touches most of its library and of the AOT cache once. Those pages are read-only
/// and those of the file; dropped, one comes back from the kernel's cache when it is needed after
/// all. Mappings that are writable, or hold a page of their own, are left alone: it would be lost.
///
/// Threads: one virtual thread, once.
final class StartPages {

    private static final Logger LOG = LoggerFactory.getLogger(StartPages.class);
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final int MADV_DONTNEED = 4;

    private final PlainFunction madvise = new PlainFunction("madvise");

    private long start;
    private long end;
    private boolean droppable;

    private StartPages() {}

    /// Gives them back a second from now.
    static void giveBackSoon() {
        Thread.ofVirtual().name("start-pages").start(StartPages::giveBack);
    }

    private static void giveBack() {
        try {
            Thread.sleep(SETTLED);
            var pages = new StartPages();
            try (var lines = Files.lines(Path.of("/proc/self/smaps"))) {
                lines.forEach(pages::read);
            }
            pages.drop();
        } catch (IOException e) {
            LOG.debug("the pages of the start stay", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One line of `smaps`: the head of a mapping, or one of its figures, which follow it.
    private void read(String line) {
        var words = line.split(" +");
        if (!words[0].endsWith(":")) {
            drop();
            var ends = words[0].split("-");
            start = HexFormat.fromHexDigitsToLong(ends[0]);
            end = HexFormat.fromHexDigitsToLong(ends[1]);
            droppable = words.length > 5 && words[5].startsWith("/") && !words[1].contains("w");
        } else if (isOfOwnPages(words[0]) && !words[1].equals("0")) {
            droppable = false;
        }
    }

    private static boolean isOfOwnPages(String figure) {
        return switch (figure) {
            case "Anonymous:", "Swap:", "Locked:" -> true;
            default -> false;
        };
    }

    private void drop() {
        if (!droppable) {
            return;
        }
        try (var arena = Arena.ofConfined()) {
            madvise.call(Libc.callState(arena), start, end - start, MADV_DONTNEED);
        }
    }
}
