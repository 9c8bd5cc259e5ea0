package org.gatehouse.policy;

import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// One thing that is laid down.
///
/// @param locked the user's layer can only narrow it
/// @param by the rule that said so, for people
public record Laid<T>(T value, boolean locked, String by) {

    private static final String CLASS = "the class itself";

    /// What a class says itself, where no rule says anything.
    static <T> Laid<T> byClass(T value) {
        return new Laid<>(value, false, CLASS);
    }

    /// Whether a rule said so, and not the class itself.
    public boolean isByRule() {
        return !by.equals(CLASS);
    }

    /// This, after a rule of `layer`.
    ///
    /// @param said what the rule says of it; null for nothing
    /// @param narrower the narrower of two values
    Laid<T> then(@Nullable T said, PolicyLayer layer, Rule rule, BinaryOperator<T> narrower) {
        if (said == null) {
            return this;
        }
        if (!locked || layer != PolicyLayer.USER) {
            return new Laid<>(said, rule.locked(), rule.place());
        }
        var narrowed = narrower.apply(value, said);
        return narrowed.equals(value) ? this : new Laid<>(narrowed, true, rule.place());
    }
}
