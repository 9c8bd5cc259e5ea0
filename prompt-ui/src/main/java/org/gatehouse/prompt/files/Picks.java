package org.gatehouse.prompt.files;

import java.util.BitSet;
import java.util.List;

/// What is picked in a list, and where the cursor stands: moved by keys and clicks as in every list
/// of a desktop.
///
/// Used from one thread. Positions are those of the entries, from 0; the cursor is -1 at first.
public final class Picks {

    private final boolean multiple;
    private final BitSet picked = new BitSet();
    private List<Entry> entries = List.of();
    private int cursor = -1;
    private int anchor = -1;

    /// @param multiple whether more than one can be picked
    public Picks(boolean multiple) {
        this.multiple = multiple;
    }

    /// Shows other entries: nothing is picked.
    public void show(List<Entry> newEntries) {
        entries = List.copyOf(newEntries);
        clear();
        cursor = -1;
        anchor = -1;
    }

    /// Nothing is picked; the cursor stays.
    public void clear() {
        picked.clear();
    }

    /// Picks one and nothing else, as a click does.
    public void only(int position) {
        picked.clear();
        picked.set(position);
        cursor = position;
        anchor = position;
    }

    /// Adds one or takes it away, as a click with Control does.
    public void toggle(int position) {
        if (!multiple) {
            only(position);
            return;
        }
        picked.flip(position);
        cursor = position;
        anchor = position;
    }

    /// Picks everything from where the range began, as a click with Shift does.
    public void extendTo(int position) {
        if (!multiple || anchor < 0) {
            only(position);
            return;
        }
        picked.clear();
        picked.set(Math.min(anchor, position), Math.max(anchor, position) + 1);
        cursor = position;
    }

    /// Moves the cursor by a key.
    ///
    /// @param extend whether Shift is held
    public void move(int by, boolean extend) {
        if (entries.isEmpty()) {
            return;
        }
        int to = Math.clamp((long) cursor + by, 0, entries.size() - 1); // before the first: -1
        if (extend) {
            extendTo(to);
        } else {
            only(to);
        }
    }

    /// Picks everything that `pickable` lets through.
    public void all(java.util.function.Predicate<Entry> pickable) {
        if (multiple) {
            for (int i = 0; i < entries.size(); i++) {
                picked.set(i, pickable.test(entries.get(i)));
            }
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    /// In the order of the list.
    public List<Entry> picked() {
        return picked.stream().mapToObj(entries::get).toList();
    }

    public boolean isPicked(int position) {
        return picked.get(position);
    }

    /// -1 before anything was clicked or moved to.
    public int cursor() {
        return cursor;
    }

    /// Where a name begins with `typed`, from the cursor on and around; -1 if nowhere. Case does
    /// not count.
    public int find(String typed, boolean afterCursor) {
        int start = Math.max(0, cursor + (afterCursor ? 1 : 0));
        for (int i = 0; i < entries.size(); i++) {
            int at = (start + i) % entries.size();
            if (entries.get(at).label().regionMatches(true, 0, typed, 0, typed.length())) {
                return at;
            }
        }
        return -1;
    }

    /// Where a path is in the list; -1 if it is not.
    public int indexOf(org.gatehouse.protocol.HostPath path) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }
}
