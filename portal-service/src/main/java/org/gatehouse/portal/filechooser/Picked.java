package org.gatehouse.portal.filechooser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.backend.ChosenOptions;
import org.gatehouse.protocol.FileUri;

/// What a backend says was picked, reduced to what was asked.
///
/// @param uris all `file://`, at least one
/// @param writable whether the app may change the files
/// @param extras `choices` and `current_filter`, where there are any
record Picked(List<String> uris, boolean writable, Map<String, Variant<?>> extras) {

    private static final int MOST = 10_000;

    /// The pick; empty if it is none that was asked for.
    static Optional<Picked> of(
            Errand errand, ChooserOptions asked, Map<String, Variant<?>> results) {
        var files = files(results);
        boolean complete = errand != Errand.SAVE_FILES || files.size() == asked.names().size();
        if (files.isEmpty() || files.size() > MOST || !complete) {
            return Optional.empty();
        }
        // what the person picked beyond what was asked is still what they picked
        var uris = errand == Errand.SAVE_FILE ? List.of(files.getFirst()) : files;
        return Optional.of(
                new Picked(uris, errand.isSaving() || writable(results), extras(asked, results)));
    }

    private static List<String> files(Map<String, Variant<?>> results) {
        return valueOf(results, "uris", "as")
                .map(List.class::cast)
                .map(uris -> (List<?>) uris)
                .orElse(List.of())
                .stream()
                .map(String.class::cast)
                .filter(FileUri::isFile)
                .toList();
    }

    /// Where a backend does not say, the files are writable, as the reference has it.
    private static boolean writable(Map<String, Variant<?>> results) {
        return valueOf(results, "writable", "b").map(Boolean.class::cast).orElse(true);
    }

    private static Map<String, Variant<?>> extras(
            ChooserOptions asked, Map<String, Variant<?>> results) {
        var extras = new LinkedHashMap<String, Variant<?>>();
        var chosen = ChosenOptions.of(results.get("choices"));
        var choices = asked.choices().stream().flatMap(choice -> chosen(choice, chosen)).toList();
        if (!choices.isEmpty()) {
            extras.put("choices", new Variant<>(choices, "a(ss)"));
        }
        valueOf(results, "current_filter", "(sa(us))")
                .filter(filter -> isOffered(filter, asked))
                .ifPresent(_ -> extras.put("current_filter", results.get("current_filter")));
        return extras;
    }

    private static Stream<Object[]> chosen(Choice choice, Map<String, String> chosen) {
        var option = chosen.get(choice.id());
        return option != null && choice.offers(option)
                ? Stream.<Object[]>of(new Object[] {choice.id(), option})
                : Stream.empty();
    }

    private static boolean isOffered(Object filter, ChooserOptions asked) {
        // compared as values: a backend may well invent one that is not allowed
        return asked.filters().stream().anyMatch(each -> each.isWritten(filter))
                || Optional.ofNullable(asked.forwarded().get("current_filter"))
                        .map(Variant::getValue)
                        .map(Filter::of)
                        .filter(each -> each.isWritten(filter))
                        .isPresent();
    }

    private static Optional<Object> valueOf(
            Map<String, Variant<?>> results, String key, String signature) {
        var value = results.get(key);
        return value != null && signature.equals(value.getSig())
                ? Optional.of(value.getValue())
                : Optional.empty();
    }

    /// The results of the Response.
    ///
    /// @param handed the URIs as the app gets them
    Map<String, Variant<?>> results(List<String> handed) {
        var results = new LinkedHashMap<>(extras);
        results.put("uris", new Variant<>(handed, "as"));
        return results;
    }
}
