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
import org.gatehouse.prompt.files.Spot;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// Which folder is looked at, and how, and what is picked in it.
final class Chooser implements Loader.Sink {

    private static final int MOST_REMEMBERED = 100;

    private final Loader loader;
    private final Picks picks;
    private final HostPath home;
    private final Panes panes;
    private final Deque<Spot> back = new ArrayDeque<>();
    private final Deque<Spot> forward = new ArrayDeque<>();
    private FolderView view;
    private HostPath folder;
    private Spot spot;
    private List<Entry> all = List.of();
    private @Nullable HostPath toPick;
    private boolean sorted;

    record Start(HostPath folder, HostPath home) {}

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

    /// @param start where to begin
    Chooser(Loader loader, FolderView view, Start start, Panes panes) {
        this.loader = loader;
        this.view = view;
        folder = start.folder();
        home = start.home();
        spot = new Spot.Folder(folder);
        this.panes = panes;
        picks = new Picks(view.mode().isMultiple());
    }

    /// The folder that is looked into, or was before the recent files.
    HostPath folder() {
        return folder;
    }

    /// Whether the entries are in the order of the view; the recent files have one of their own.
    boolean isSorted() {
        return sorted;
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

    Spot spot() {
        return spot;
    }

    void go(HostPath to) {
        go(new Spot.Folder(to));
    }

    void go(Spot to) {
        if (!to.equals(spot)) {
            remember(back, spot);
            forward.clear();
            be(to);
        }
        load();
    }

    /// What was picked elsewhere is no answer any more.
    private void be(Spot to) {
        spot = to;
        picks.clear();
        if (to instanceof Spot.Folder(var path)) {
            folder = path;
        }
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

    HostPath home() {
        return home;
    }

    void goHome() {
        go(home);
    }

    /// Whether there is more than is seen.
    boolean hasHiddenRest() {
        return all.size() > picks.entries().size();
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
        sorted = !(spot instanceof Spot.Recent);
        panes.loading();
        loader.read(spot, view, this);
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
        sorted = true;
        loader.arrange(all, view, this);
    }

    private void step(Deque<Spot> from, Deque<Spot> to) {
        if (!from.isEmpty()) {
            remember(to, spot);
            be(from.pop());
            load();
        }
    }

    private static void remember(Deque<Spot> stack, Spot where) {
        stack.push(where);
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
