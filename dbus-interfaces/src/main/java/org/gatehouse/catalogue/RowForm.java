package org.gatehouse.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a decision is written as the strings of a permission row, which other tools read and write.
///
/// Source: portal-semantics 3.2.
public enum RowForm {
    /// `[LEVEL, TIME]`: the level's word or `NONE`, and seconds since the epoch in decimal.
    LEVEL_AND_TIME("NONE", 2),
    /// `[yes]`, `[no]` or `[ask]`.
    WORD("no", 1);

    private static final String ASK = "ask";

    private final String refusal;
    private final int length;

    RowForm(String refusal, int length) {
        this.refusal = refusal;
        this.length = length;
    }

    /// The form that a class file names, such as `level-and-time`.
    public static Optional<RowForm> ofWord(String word) {
        return Stream.of(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a row can say that the app is asked each time.
    public boolean knowsAsk() {
        return this == WORD;
    }

    /// Reads a row. One of the wrong length counts as unset, one with an unknown word is garbled.
    public RowMeaning read(PermissionClass permission, List<String> strings) {
        if (strings.size() != length) {
            return new RowMeaning.Unset();
        }
        var word = strings.getFirst();
        if (word.equals(refusal)) {
            return new RowMeaning.Refused();
        }
        if (knowsAsk() && word.equals(ASK)) {
            return new RowMeaning.AskEachTime();
        }
        for (int rank = 1; rank <= permission.highest(); rank++) {
            if (permission.level(rank).word().equals(word)) {
                return new RowMeaning.Allowed(rank);
            }
        }
        return new RowMeaning.Garbled();
    }

    /// Writes a row.
    ///
    /// @param rank the level granted, 0 for a refusal
    /// @param now wall-clock time; the reference writes a monotonic clock, worthless after a reboot
    public List<String> write(PermissionClass permission, int rank, Instant now) {
        return row(rank == 0 ? refusal : permission.level(rank).word(), now);
    }

    /// Writes a row that has the app asked each time.
    ///
    /// @throws IllegalStateException if rows of this form cannot say so
    public List<String> writeAsk() {
        if (!knowsAsk()) {
            throw new IllegalStateException("rows of this form do not know ask");
        }
        return List.of(ASK);
    }

    private List<String> row(String word, Instant now) {
        return switch (this) {
            case LEVEL_AND_TIME -> List.of(word, Long.toString(now.getEpochSecond()));
            case WORD -> List.of(word);
        };
    }
}
