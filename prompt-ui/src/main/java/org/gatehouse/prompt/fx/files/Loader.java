package org.gatehouse.prompt.fx.files;

import java.util.List;
import javafx.application.Platform;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.FileTypes;
import org.gatehouse.prompt.files.FolderView;
import org.gatehouse.prompt.files.Spot;
import org.gatehouse.prompt.files.disk.FolderReader;
import org.gatehouse.prompt.files.disk.FolderTrouble;
import org.gatehouse.prompt.files.disk.RecentFiles;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// Reads and arranges one folder at a time, on a thread for each: a disk that never answers holds
/// up its own thread and nothing else.
///
/// Threads: called on the application thread, on which [Sink] is told as well.
final class Loader {

    private static final long STACK_BYTES = 256 * 1024;

    private final FileTypes types;
    private final RecentFiles recent;
    private @Nullable Thread running;
    private int turn;

    /// Told what became of the last thing that was begun, and of nothing before it.
    interface Sink {

        /// @param all what is in the folder
        /// @param seen what of it is to be seen, in order
        /// @param done false while more is still being read
        void entries(List<Entry> all, List<Entry> seen, boolean done);

        void trouble(String inWords);
    }

    Loader(FileTypes types, RecentFiles recent) {
        this.types = types;
        this.recent = recent;
    }

    /// Reads what is at a spot.
    void read(Spot spot, FolderView view, Sink sink) {
        switch (spot) {
            case Spot.Folder(var path) -> read(path, view, sink);
            case Spot.Recent() -> readRecent(view, sink);
        }
    }

    private void readRecent(FolderView view, Sink sink) {
        int mine = begin();
        start(() -> {
            var all = recent.read();
            tell(mine, all, view.inOrder(all, types), true, sink);
        });
    }

    private void read(HostPath folder, FolderView view, Sink sink) {
        int mine = begin();
        start(() -> {
            try {
                var all =
                        FolderReader.read(
                                folder,
                                part -> tell(mine, part, view.of(part, types), false, sink));
                tell(mine, all, view.of(all, types), true, sink);
            } catch (FolderTrouble e) {
                Platform.runLater(() -> {
                    if (mine == turn) {
                        sink.trouble(e.inWords());
                    }
                });
            }
        });
    }

    /// Looks at what was read in another way.
    void arrange(List<Entry> all, FolderView view, Sink sink) {
        int mine = begin();
        start(() -> tell(mine, all, view.of(all, types), true, sink));
    }

    /// Nothing that is under way is told any more.
    void stop() {
        begin();
    }

    private int begin() {
        var before = running;
        if (before != null) {
            before.interrupt();
        }
        return ++turn;
    }

    private void start(Runnable work) {
        var thread =
                Thread.ofPlatform().daemon().name("folder").stackSize(STACK_BYTES).unstarted(work);
        running = thread;
        thread.start();
    }

    private void tell(int mine, List<Entry> all, List<Entry> seen, boolean done, Sink sink) {
        Platform.runLater(() -> {
            if (mine == turn) {
                sink.entries(all, seen, done);
            }
        });
    }
}
