package org.gatehouse.settings;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the window shows now. Immutable; each method that changes something returns the next one.
///
/// @param trail the pages that lead to the one that is shown, which is the last; not empty
/// @param query what is searched for
/// @param message one line that the person has not dismissed yet
/// @param stopping the instances that the person has asked to end and that still run
public record Model(
        Status status,
        Snapshot snapshot,
        List<Page> trail,
        String query,
        History history,
        Optional<Message> message,
        Set<String> stopping) {

    /// Whether there is something to show.
    public enum Status {
        LOADING,
        READY,
        /// The service is not there.
        GONE,
        /// The service does not let this program in.
        REFUSED
    }

    /// One line at the foot of the window.
    ///
    /// @param undo number of the change that can be taken back, 0 if none
    public record Message(String text, long undo) {}

    static final Model START =
            new Model(
                    Status.LOADING,
                    Snapshot.EMPTY,
                    List.of(new Page.Apps()),
                    "",
                    History.loading(Filter.ALL),
                    Optional.empty(),
                    Set.of());

    public Model {
        trail = List.copyOf(trail);
        stopping = Set.copyOf(stopping);
    }

    public Page page() {
        return trail.getLast();
    }

    /// Whether there is a page to go back to.
    public boolean hasBack() {
        return trail.size() > 1;
    }

    /// Whether something is searched for.
    public boolean isSearching() {
        return !query.isBlank();
    }

    Model with(Status changed) {
        return new Model(changed, snapshot, trail, query, history, message, stopping);
    }

    Model with(Snapshot changed) {
        var runs = changed.running().stream().map(RunningApp::instance).collect(toSet());
        var rest = stopping.stream().filter(runs::contains).collect(toSet());
        return new Model(status, changed, trail, query, history, message, rest);
    }

    Model with(History changed) {
        return new Model(status, snapshot, trail, query, changed, message, stopping);
    }

    Model with(Message changed) {
        return new Model(status, snapshot, trail, query, history, Optional.of(changed), stopping);
    }

    Model withoutMessage() {
        return new Model(status, snapshot, trail, query, history, Optional.empty(), stopping);
    }

    Model stopping(String instance) {
        var more = Stream.concat(stopping.stream(), Stream.of(instance)).collect(toSet());
        return new Model(status, snapshot, trail, query, history, message, more);
    }

    Model notStopping(String instance) {
        var rest = stopping.stream().filter(each -> !each.equals(instance)).collect(toSet());
        return new Model(status, snapshot, trail, query, history, message, rest);
    }

    Model searching(String changed) {
        return new Model(status, snapshot, trail, changed, history, message, stopping);
    }

    /// Shows one of the pages at the top, from which there is no way back.
    Model at(Page page) {
        return on(List.of(page));
    }

    /// Shows a page that belongs to the present one.
    Model deeper(Page page) {
        return page.equals(page())
                ? this
                : on(Stream.concat(trail.stream(), Stream.of(page)).toList());
    }

    Model back() {
        return hasBack() ? on(trail.subList(0, trail.size() - 1)) : this;
    }

    private Model on(List<Page> changed) {
        var wanted = changed.getLast().past().orElse(history.filter());
        var kept = wanted.equals(history.filter()) ? history : History.loading(wanted);
        return new Model(status, snapshot, changed, "", kept, message, stopping);
    }
}
