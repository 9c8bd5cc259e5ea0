package org.gatehouse.store.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.Grant;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.exchange.Exported.KindGrant;

/// Reads a grant: all of its terms, and nothing else. Threads: one.
final class GrantReader {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private boolean implied;

    private GrantReader() {}

    static KindGrant read(StrictJson json) throws IOException {
        var grant = new GrantReader();
        json.object(key -> {
            switch (key) {
                case "kind", "app", "lifespan", "decided-by", "reason", "accuracy" ->
                        grant.texts.put(key, json.text());
                case "until", "decided", "last-use", "uses" ->
                        grant.numbers.put(key, json.number());
                case "words" -> grant.words.addAll(words(json));
                case "implied" -> grant.implied = json.flag();
                default -> throw ExportReader.unknown(key, json);
            }
        });
        return ExportReader.checked(json, () -> grant.made(json));
    }

    /// The words of a row, not empty.
    static List<String> words(StrictJson json) throws IOException {
        var words = new ArrayList<String>();
        json.array(words, StrictJson::text);
        if (words.isEmpty()) {
            throw json.complaint("words are missing");
        }
        return words;
    }

    private KindGrant made(StrictJson json) {
        if (words.isEmpty()) {
            throw json.complaint("the key words is missing");
        }
        var lifespan = text("lifespan", json);
        if (lifespan.equals("session")) {
            throw json.complaint("a grant of a session does not leave it");
        }
        var grant =
                new Grant(
                        words,
                        Lifespan.of(lifespan, numbers.getOrDefault("until", 0L), ""),
                        Decider.of(text("decided-by", json)),
                        texts.getOrDefault("reason", ""),
                        texts.getOrDefault("accuracy", ""),
                        implied,
                        numbers.getOrDefault("decided", 0L),
                        numbers.getOrDefault("last-use", 0L),
                        numbers.getOrDefault("uses", 0L));
        return new KindGrant(AppKind.of(text("kind", json)), text("app", json), grant);
    }

    private String text(String key, StrictJson json) {
        var text = texts.get(key);
        if (text == null) {
            throw json.complaint("the key " + key + " is missing");
        }
        return text;
    }
}
