package org.gatehouse.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.protocol.PortalException;

/// What a write does to an entry. Pure.
///
/// Source: xdg-desktop-portal, `xdg-permission-store/xdg-permission-store.c`.
public final class WriteRule {

    private WriteRule() {}

    /// The entry after the write; empty if it is gone then.
    ///
    /// @param remaining the words that hold for the app without the grant that the write takes away
    /// @throws PortalException `NotFound` if there is no entry and the write may not make one
    public static Optional<Entry> apply(
            Write.EntryWrite write,
            Optional<Entry> current,
            Function<GrantKey, List<String>> remaining) {
        return switch (write) {
            case Write.Set set -> {
                existing(current, set.create());
                yield Optional.of(Entry.of(set.permissions(), set.data()));
            }
            case Write.Delete _ -> {
                existing(current, false);
                yield Optional.empty();
            }
            case Write.SetValue set ->
                    Optional.of(existing(current, set.create()).with(set.data()));
            case Write.SetPermission set ->
                    Optional.of(existing(current, set.create()).with(set.app(), set.words()));
            case Write.DeletePermission delete ->
                    Optional.of(existing(current, false).without(delete.app()));
            case Write.Remember(var key, var grant, _) ->
                    Optional.of(existing(current, true).with(key.app(), grant.permissions()));
            case Write.Decide(var key, var grant) ->
                    Optional.of(existing(current, true).with(key.app(), grant.permissions()));
            case Write.Forget(var key) ->
                    current.map(entry -> entry.with(key.app(), remaining.apply(key)));
            case Write.Expire(var key) ->
                    current.map(entry -> entry.with(key.app(), remaining.apply(key)));
            case Write.Lapse(var key, _) ->
                    current.map(entry -> entry.with(key.app(), remaining.apply(key)));
        };
    }

    /// Whether `after` gives an app less than `before`: a row or the whole entry is gone, a row has
    /// fewer words, or it now says no.
    public static boolean isRevocation(Entry before, Optional<Entry> after) {
        return before.permissions().entrySet().stream()
                .anyMatch(
                        row -> isLess(row.getValue(), after.orElse(Entry.EMPTY).of(row.getKey())));
    }

    /// What is left of `before` when only that of `after` takes effect which gives an app less.
    ///
    /// @return empty if the entry is gone
    public static Optional<Entry> narrowed(Entry before, Optional<Entry> after) {
        return after.map(wanted -> {
            var rows = new LinkedHashMap<>(before.permissions());
            rows.replaceAll((app, words) -> isLess(words, wanted.of(app)) ? wanted.of(app) : words);
            return Entry.of(rows, before.data());
        });
    }

    private static boolean isLess(List<String> before, List<String> after) {
        if (before.equals(after)) {
            return false;
        }
        return before.containsAll(after) || saysNo(after);
    }

    /// Whether a row says no: its first word is `no`, or in `location` the level `NONE`.
    public static boolean saysNo(List<String> words) {
        return words.getFirst().equals("no") || words.getFirst().equals("NONE");
    }

    private static Entry existing(Optional<Entry> current, boolean create) {
        if (current.isEmpty() && !create) {
            throw PortalException.notFound("no entry for this id");
        }
        return current.orElse(Entry.EMPTY);
    }
}
