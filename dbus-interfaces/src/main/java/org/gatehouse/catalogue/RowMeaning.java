package org.gatehouse.catalogue;

/// What the strings of a permission row say.
public sealed interface RowMeaning {

    /// Nothing: there is no row, or it is of the wrong length.
    record Unset() implements RowMeaning {}

    /// Words that nobody understands: counts as unset, and stays until a person decides.
    record Garbled() implements RowMeaning {}

    record Refused() implements RowMeaning {}

    /// To be asked each time.
    record AskEachTime() implements RowMeaning {}

    /// Allowed up to a level.
    ///
    /// @param rank ≥ 1
    record Allowed(int rank) implements RowMeaning {}
}
