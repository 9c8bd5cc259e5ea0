package org.gatehouse.documents.mount;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.libc.NativeFiles;
import org.jspecify.annotations.Nullable;

/// What is open, by the number that the kernel has for it. Threads: any.
final class OpenFiles {

    private final Map<Long, Opened> all = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /// Something that was opened.
    sealed interface Opened permits OpenFile, OpenFolder {
        /// The real file's descriptor, or -1 for what is not on the host.
        int descriptor();
    }

    /// The number for it.
    long add(Opened opened) {
        long number = last.incrementAndGet();
        all.put(number, opened);
        return number;
    }

    /// Null if no file is open under that number.
    @Nullable OpenFile file(long number) {
        return all.get(number) instanceof OpenFile file ? file : null;
    }

    /// Null if no folder is open under that number.
    @Nullable OpenFolder folder(long number) {
        return all.get(number) instanceof OpenFolder folder ? folder : null;
    }

    void close(long number, NativeFiles calls) {
        var opened = all.remove(number);
        if (opened != null && opened.descriptor() >= 0) {
            calls.close(opened.descriptor());
        }
    }

    void closeAll(NativeFiles calls) {
        all.keySet().forEach(number -> close(number, calls));
    }

    /// The files that are open.
    Set<RealNode> nodes() {
        var nodes = new HashSet<RealNode>();
        for (var opened : all.values()) {
            if (opened instanceof OpenFile file) {
                nodes.add(file.node());
            }
        }
        return nodes;
    }

    int size() {
        return all.size();
    }
}
