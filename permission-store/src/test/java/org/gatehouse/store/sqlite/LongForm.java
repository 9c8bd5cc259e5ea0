package org.gatehouse.store.sqlite;

/// How often a bar is tried: a few times by default, as often as it says with
/// `-Dgatehouse.long=true`.
public final class LongForm {

    private LongForm() {}

    public static int rounds(int shortForm, int longForm) {
        return Boolean.getBoolean("gatehouse.long") ? longForm : shortForm;
    }
}
