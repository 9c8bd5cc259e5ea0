package org.gatehouse.prompt.fx.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.FileFilter;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FolderView;
import org.gatehouse.prompt.files.Order;
import org.gatehouse.prompt.files.Picks;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// Which folder is looked at, and how, and what is picked in it.
final class Chooser implements Loader.Sink {

    private static final int MOST_REMEMBERED = 100;

    private final Loader loader;
    private final Picks picks;
    private final Panes panes;
    private final Deque<HostPath> back = new ArrayDeque<>();
    private final Deque<HostPath> forward = new ArrayDeque<>();
    private FolderView view;
    private HostPath folder;
    private List<Entry> all = List.of();
    private @Nullable HostPath toPick;

    /// What shows it.
    interface Panes {

        /// Another folder is being read.
        void loading();

        /// What is in the folder is there, or in another order.
        void showEntries();

        /// The folder cannot be shown.
        void showTrouble(String inWords);

        /// Something else is picked.
        void showPicks();
    }

    Chooser(Loader loader, FolderView view, HostPath folder, Panes panes) {
        this.loader = loader;
        this.view = view;
        this.folder = folder;
        this.panes = panes;
        picks = new Picks(view.mode().isMultiple());
    }

    HostPath folder() {
        return folder;
    }

    FolderView view() {
        return view;
    }

    Picks picks() {
        return picks;
    }

    FileMode mode() {
        return view.mode();
    }

    /// Those of the picked that can be the answer.
    List<Entry> pickedAnswers() {
        return picks.picked().stream().filter(view::isPickable).toList();
    }

    void go(HostPath to) {
        if (!to.equals(folder)) {
            remember(back, folder);
            forward.clear();
            folder = to;
        }
        load();
    }

    /// Goes to the folder of a file and picks it there.
    void reveal(HostPath file) {
        toPick = file;
        go(file.parent());
    }

    void up() {
        var from = folder;
        if (!from.equals(from.parent())) {
            toPick = from;
            go(from.parent());
        }
    }

    void back() {
        step(back, forward);
    }

    void forward() {
        step(forward, back);
    }

    boolean hasBack() {
        return !back.isEmpty();
    }

    boolean hasForward() {
        return !forward.isEmpty();
    }

    /// Reads the folder anew.
    void load() {
        panes.loading();
        loader.read(folder, view, this);
    }

    void sort(Order.Column column) {
        look(view.with(view.order().after(column)));
    }

    void toggleHidden() {
        look(view.showingHidden(!view.hidden()));
    }

    void filter(Optional<FileFilter> filter) {
        look(view.with(filter));
    }

    void stop() {
        loader.stop();
    }

    private void look(FolderView newView) {
        view = newView;
        loader.arrange(all, view, this);
    }

    private void step(Deque<HostPath> from, Deque<HostPath> to) {
        if (!from.isEmpty()) {
            remember(to, folder);
            folder = from.pop();
            load();
        }
    }

    private static void remember(Deque<HostPath> stack, HostPath path) {
        stack.push(path);
        if (stack.size() > MOST_REMEMBERED) {
            stack.removeLast();
        }
    }

    @Override
    public void entries(List<Entry> read, List<Entry> seen, boolean done) {
        all = read;
        var wanted = toPick != null ? List.of(toPick) : paths(picks.picked());
        picks.show(seen);
        wanted.stream().mapToInt(picks::indexOf).filter(at -> at >= 0).forEach(this::pickAgain);
        if (done) {
            toPick = null;
        }
        panes.showEntries();
        panes.showPicks();
    }

    private static List<HostPath> paths(List<Entry> entries) {
        return entries.stream().map(Entry::path).limit(MOST_REMEMBERED).toList();
    }

    private void pickAgain(int position) {
        if (!picks.isPicked(position)) {
            picks.toggle(position);
        }
    }

    @Override
    public void trouble(String inWords) {
        all = List.of();
        picks.show(List.of());
        toPick = null;
        panes.showTrouble(inWords);
        panes.showPicks();
    }
}
