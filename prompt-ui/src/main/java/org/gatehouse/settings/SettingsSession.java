package org.gatehouse.settings;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gatehouse.settings.Model.Status;

/// What the person does with the window, and what follows.
///
/// Leads from page to page itself; [Changes] makes what the person wants, [Readings] keeps what is
/// seen true. Reads and changes run one after another on `work`, so that a change is never based on
/// less than what was read before it.
///
/// Threads: everything public is called on the screen's thread, which also keeps the [Model].
public final class SettingsSession {

    /// How many records are read at once.
    public static final int PAGE = 60;

    /// Days in the chart.
    public static final int DAYS = 14;

    private final Showing showing;
    private final Readings readings;
    private final Changes changes;

    /// @param screen runs on the screen's thread
    /// @param work runs one after another, where calls may wait
    /// @param shown is given each new model, on the screen's thread
    public SettingsSession(
            Permissions permissions, Executor screen, Executor work, Consumer<Model> shown) {
        var basis = new Basis();
        showing = new Showing(screen, shown);
        readings = new Readings(permissions, showing, basis, work);
        changes = new Changes(permissions, showing, readings, basis, work);
    }

    /// Begins to read and to watch.
    public void start() {
        showing.now(now -> now);
        readings.start();
    }

    public Model model() {
        return showing.model();
    }

    /// What the person changes.
    public Changes changes() {
        return changes;
    }

    /// Shows one of the pages at the top.
    public void open(Page page) {
        showing.now(now -> now.at(page));
        readings.history();
    }

    /// Shows a page that belongs to the present one.
    public void deeper(Page page) {
        showing.now(now -> now.deeper(page));
        readings.history();
    }

    /// Ends the search, or else goes back.
    public void back() {
        showing.now(now -> now.isSearching() ? now.searching("") : now.back());
        readings.history();
    }

    public void search(String query) {
        showing.now(now -> now.searching(query));
    }

    /// Reads records older than those that are shown.
    public void older() {
        readings.older();
    }

    /// Tries again after the service was gone.
    public void retry() {
        showing.now(now -> now.with(Status.LOADING));
        readings.everything();
    }

    /// Puts the line at the foot away.
    public void closeMessage() {
        showing.now(Model::withoutMessage);
    }
}
