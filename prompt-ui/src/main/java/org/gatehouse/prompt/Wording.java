package org.gatehouse.prompt;

/// The words of a question, each sanitised; the title and the labels are never empty.
///
/// @param subtitle `""`, a sentence of the portal, or words of the app: it is always set apart
/// @param icon the symbolic name of what is asked for, `""` for none
public record Wording(String title, String subtitle, String body, String icon, Labels labels) {

    /// The word for the answer of a notice that is neither of the two.
    public static final String THIS_TIME = "This time";

    /// The words on the two buttons; empty ones, and two that are the same, become "Deny" and
    /// "Allow".
    public record Labels(String deny, String allow) {

        public Labels {
            deny = Sanitiser.line(deny, "Deny");
            allow = Sanitiser.line(allow, "Allow");
            if (deny.equalsIgnoreCase(allow)) {
                deny = "Deny";
                allow = "Allow";
            }
        }
    }

    public Wording {
        title = Sanitiser.line(title, "An app asks for permission");
        subtitle = Sanitiser.line(subtitle, "");
        body = Sanitiser.text(body);
        icon = Sanitiser.line(icon, "");
    }

    /// The subtitle as a quotation, if the portal marked it as the app's words.
    public Quotation quotation() {
        return Quotation.of(subtitle);
    }
}
