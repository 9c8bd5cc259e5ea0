package org.gatehouse.ctl.text;

/// How a text stands out on a terminal that knows colours.
public enum Style {
    PLAIN(""),
    HEAD("1"),
    GOOD("32"),
    BAD("31"),
    WARNING("33"),
    DIM("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /// @param plain a text that [PlainText] has made harmless
    public String on(String plain, boolean colours) {
        return colours && !code.isEmpty() ? "\u001b[" + code + "m" + plain + "\u001b[0m" : plain;
    }

    /// The style of a verdict or of the state of a check.
    public static Style of(String word) {
        return switch (word) {
            case "allow", "good", "active", "granted" -> GOOD;
            case "deny", "bad", "denied", "revoked" -> BAD;
            case "ask", "warning", "unclear", "defer", "deferred", "paused" -> WARNING;
            default -> PLAIN;
        };
    }
}
