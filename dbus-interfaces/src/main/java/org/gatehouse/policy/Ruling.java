package org.gatehouse.policy;

import java.util.List;
import java.util.Optional;
import org.gatehouse.catalogue.Lifespan;

/// What is laid down for one class and one app.
///
/// @param verdict where nothing is stored; locked, it counts beside what is stored too
/// @param prompt when the question may be shown
/// @param highest the highest rank that may be given; 0 gives nothing
/// @param lifespans what may be offered, shortest first, not empty
/// @param reasonRequired an app that gives no reason gets nothing
/// @param impliedBefore apps built for an older runtime have it without being asked; empty for none
/// @param retired everybody has it, and nobody is asked
public record Ruling(
        Laid<PolicyVerdict> verdict,
        Laid<PromptTime> prompt,
        Laid<Integer> highest,
        Laid<List<Lifespan>> lifespans,
        Laid<Boolean> reasonRequired,
        Laid<Optional<RuntimeBranch>> impliedBefore,
        Laid<Boolean> retired) {

    /// This, at the moment that a question at the installation was waiting for.
    public Ruling atInstallation() {
        return prompt.value() != PromptTime.INSTALL
                ? this
                : new Ruling(
                        verdict,
                        new Laid<>(PromptTime.FIRST_USE, prompt.locked(), prompt.by()),
                        highest,
                        lifespans,
                        reasonRequired,
                        impliedBefore,
                        retired);
    }
}
