package org.gatehouse.portal.consent;

import org.jspecify.annotations.Nullable;

/// The words of one question: what is ours and what the app says, kept apart.
///
/// @param title the question, with the app's name
/// @param subtitle the app's reason, quoted and marked as the app's words, or that it gave none
/// @param body what can happen, and what the app had until now
public record QuestionText(String title, String subtitle, String body) {

    private static final String NAMELESS = "an app without a name";

    /// Makes the texts of `question`.
    ///
    /// @param name from the installed desktop file; null if there is none
    public static QuestionText of(Question question, @Nullable String name) {
        var wording = question.resource().wording();
        var shownName = shown(question, name);
        return new QuestionText(
                wording.question().replace("%s", shownName),
                said(question.reason()),
                more(question, shownName) + wording.risk());
    }

    private static String shown(Question question, @Nullable String name) {
        var plain = PlainText.of(name == null ? "" : name);
        if (!plain.isEmpty()) {
            return plain;
        }
        return question.caller()
                .grantKey()
                .map(GrantKey::app)
                .filter(id -> !id.isEmpty())
                .orElse(NAMELESS);
    }

    /// The words that our dialog knows, to show the speaker apart; never the app's name, which
    /// would let an app's reason through another portal name itself the system.
    private static String said(String reason) {
        // quotation marks of the app's own would let it end the quotation and go on as us
        var plain = PlainText.of(reason.replaceAll("[\"“”„‟«»]", "'"));
        return plain.isEmpty() ? "The app gave no reason." : "The app says: “" + plain + "”";
    }

    private static String more(Question question, String name) {
        var held = question.offer().held();
        if (held == null) {
            return "";
        }
        var resource = question.resource();
        return name
                + " asks for more than it was allowed. It has: "
                + resource.level(held.rank()).label()
                + ". It asks for: "
                + resource.level(question.rank()).label()
                + ". If you refuse, it keeps what it has. ";
    }
}
