package org.gatehouse.prompt;

/// A subtitle taken apart: who speaks, and what is said.
///
/// @param speaker `The app says`, or `""` if the sentence carries no mark
/// @param words without the quotation marks around them
public record Quotation(String speaker, String words) {

    private static final String MARK = "The app says";
    private static final String MARK_AND_COLON = MARK + ":";

    static Quotation of(String subtitle) {
        if (!subtitle.startsWith(MARK_AND_COLON)) {
            return new Quotation("", subtitle);
        }
        return new Quotation(MARK, bare(subtitle.substring(MARK_AND_COLON.length()).strip()));
    }

    /// Whether somebody is quoted.
    public boolean isQuoted() {
        return !speaker.isEmpty();
    }

    private static String bare(String words) {
        boolean opens = !words.isEmpty() && "\"“„«".indexOf(words.charAt(0)) >= 0;
        var rest = opens ? words.substring(1) : words;
        boolean closes = !rest.isEmpty() && "\"”“»".indexOf(rest.charAt(rest.length() - 1)) >= 0;
        return (closes ? rest.substring(0, rest.length() - 1) : rest).strip();
    }
}
