package org.gatehouse.settings;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what the person types: every word must occur, whatever the case and the accents.
public final class Search {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<String> words;

    public Search(String query) {
        words =
                Stream.of(SPACES.split(plain(query).strip()))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /// The apps found by name, id, kind, or what they were given.
    public List<AppRow> apps(Snapshot snapshot) {
        if (words.isEmpty()) {
            return snapshot.apps();
        }
        var given =
                snapshot.grants().stream()
                        .collect(
                                Collectors.groupingBy(
                                        grant -> grant.key().app(),
                                        Collectors.mapping(
                                                grant -> name(snapshot, grant),
                                                Collectors.joining(" "))));
        return snapshot.apps().stream()
                .filter(app ->
                        finds(
                                app.name(),
                                app.key().app(),
                                app.key().kindLabel(),
                                given.getOrDefault(app.key(), "")))
                .toList();
    }

    private static String name(Snapshot snapshot, GrantRow grant) {
        return snapshot.permission(grant.key().permission()).name();
    }

    /// The classes found by name or description.
    public List<PermissionInfo> permissions(Snapshot snapshot) {
        return snapshot.permissions().stream()
                .filter(each -> finds(each.name(), each.texts().description(), each.id()))
                .toList();
    }

    /// The grants found by the app's name or id.
    public List<GrantRow> grants(List<GrantRow> grants) {
        return grants.stream().filter(each -> finds(each.name(), each.key().app().app())).toList();
    }

    /// The records found by the app, the event or what is said of them.
    public List<LedgerRow> records(List<LedgerRow> records) {
        return records.stream()
                .filter(each ->
                        finds(each.name(), each.key().app().app(), each.event(), each.text()))
                .toList();
    }

    private boolean finds(String... texts) {
        if (words.isEmpty()) {
            return true;
        }
        var all = plain(String.join(" ", texts));
        return words.stream().allMatch(all::contains);
    }

    private static String plain(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
