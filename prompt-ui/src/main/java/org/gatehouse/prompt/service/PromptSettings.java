package org.gatehouse.prompt.service;

import java.time.Duration;
import java.util.Optional;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;

/// What the environment says to the prompt role.
///
/// @param display `DISPLAY`, `""` if unset
/// @param patience `GATEHOUSE_PROMPT_IDLE_MS`, milliseconds without a question after which the
///   process leaves; a minute by default
/// @param noticePatience `GATEHOUSE_PROMPT_NOTICE_MS`, milliseconds after which a notice that
///   nobody answers goes; five minutes by default
/// @param script `GATEHOUSE_PROMPT_SCRIPT`, honoured by the testing launchers only
record PromptSettings(
        String display, Duration patience, Duration noticePatience, Optional<Script> script) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    static PromptSettings of(RoleSettings settings) throws RoleFailure {
        var environment = settings.environment();
        var script = environment.getOrDefault("GATEHOUSE_PROMPT_SCRIPT", "");
        return new PromptSettings(
                environment.getOrDefault("DISPLAY", ""),
                patience(environment.getOrDefault("GATEHOUSE_PROMPT_IDLE_MS", ""), MINUTE),
                patience(environment.getOrDefault("GATEHOUSE_PROMPT_NOTICE_MS", ""), FIVE_MINUTES),
                settings.testIdentity() && !script.isEmpty()
                        ? Optional.of(script(script))
                        : Optional.empty());
    }

    private static Duration patience(String milliseconds, Duration otherwise) {
        try {
            return milliseconds.isEmpty()
                    ? otherwise
                    : Duration.ofMillis(Math.max(1, Long.parseLong(milliseconds)));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Script script(String text) throws RoleFailure {
        try {
            return Script.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RoleFailure(1, "GATEHOUSE_PROMPT_SCRIPT: " + e.getMessage());
        }
    }
}
