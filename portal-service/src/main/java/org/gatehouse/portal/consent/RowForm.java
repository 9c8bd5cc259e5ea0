package org.gatehouse.portal.consent;

import java.time.Instant;
import java.util.List;

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

    /// Reads a row. One of the wrong length counts as unset, one with an unknown word is garbled.
    ///
    /// @param covers the rank that the decision answered, see [StoredDecision.Granted]
    /// @param lifespan how long it holds, should it be a grant
    public StoredDecision read(
            Resource resource, List<String> strings, int covers, Lifespan lifespan) {
        if (strings.size() != length) {
            return new StoredDecision.Unset();
        }
        var word = strings.getFirst();
        if (word.equals(refusal)) {
            return new StoredDecision.Refused();
        }
        if (this == WORD && word.equals(ASK)) {
            return new StoredDecision.AskEachTime();
        }
        for (int rank = 1; rank <= resource.highest(); rank++) {
            if (resource.level(rank).word().equals(word)) {
                return new StoredDecision.Granted(rank, Math.max(rank, covers), lifespan);
            }
        }
        return new StoredDecision.Garbled();
    }

    /// Writes a row.
    ///
    /// @param rank the level granted, 0 for a refusal
    /// @param now wall-clock time; the reference writes a monotonic clock, worthless after a reboot
    public List<String> write(Resource resource, int rank, Instant now) {
        var word = rank == 0 ? refusal : resource.level(rank).word();
        return switch (this) {
            case LEVEL_AND_TIME -> List.of(word, Long.toString(now.getEpochSecond()));
            case WORD -> List.of(word);
        };
    }
}
