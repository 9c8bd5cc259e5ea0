package org.gatehouse.prompt.files;

import org.gatehouse.prompt.Sanitiser;

/// The app's own words, sanitised. They never stand where Gatehouse speaks.
///
/// @param title `""` for none
/// @param accept the word for picking, `_` before the letter that is its key; `""` for ours
public record FileWords(String title, String accept) {

    private static final int LONGEST_LABEL = 40;

    public FileWords {
        title = Sanitiser.line(title, "");
        accept = label(Sanitiser.line(accept, ""));
    }

    /// A word that means the opposite is not taken, nor one that would not fit a button.
    private static String label(String words) {
        var bare = words.replace("_", "").strip();
        boolean opposite = bare.equalsIgnoreCase("Cancel") || bare.equalsIgnoreCase("Close");
        return bare.isEmpty() || opposite || bare.length() > LONGEST_LABEL ? "" : words;
    }

    /// The word on the button.
    public String acceptOr(String ours) {
        return accept.isEmpty() ? ours : accept;
    }
}
