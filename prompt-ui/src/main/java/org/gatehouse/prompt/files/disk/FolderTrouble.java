package org.gatehouse.prompt.files.disk;

/// A folder cannot be shown; the message is for people.
public final class FolderTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    FolderTrouble(String message) {
        super(message);
    }

    /// One sentence without a full stop.
    public String inWords() {
        return String.valueOf(getMessage());
    }
}
