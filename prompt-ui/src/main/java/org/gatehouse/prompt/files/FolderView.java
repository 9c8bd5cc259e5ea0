package org.gatehouse.prompt.files;

import java.util.List;
import java.util.Optional;

/// How a folder is looked at.
///
/// @param filter empty for all files
public record FolderView(FileMode mode, Order order, boolean hidden, Optional<FileFilter> filter) {

    /// What of a folder is seen, in order. Where folders are picked, files are seen as well, so
    /// that a folder is known by what is in it.
    public List<Entry> of(List<Entry> all, FileTypes types) {
        return inOrder(all, types).stream().sorted(order.comparator()).toList();
    }

    /// As above, in the order in which it came.
    public List<Entry> inOrder(List<Entry> all, FileTypes types) {
        return all.stream()
                .filter(entry -> (hidden || !entry.isHidden()) && passes(entry, types))
                .toList();
    }

    /// Whether it can be the answer, and not only be looked into.
    public boolean isPickable(Entry entry) {
        return mode.picksFolders() ? entry.isFolder() : entry.kind() == Entry.Kind.FILE;
    }

    public FolderView with(Order newOrder) {
        return new FolderView(mode, newOrder, hidden, filter);
    }

    public FolderView with(Optional<FileFilter> newFilter) {
        return new FolderView(mode, order, hidden, newFilter);
    }

    public FolderView showingHidden(boolean newHidden) {
        return new FolderView(mode, order, newHidden, filter);
    }

    private boolean passes(Entry entry, FileTypes types) {
        return entry.isFolder()
                || mode.picksFolders()
                || filter.map(f -> f.accepts(entry.label(), types)).orElse(true);
    }
}
