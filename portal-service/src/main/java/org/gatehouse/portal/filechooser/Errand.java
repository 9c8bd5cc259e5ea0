package org.gatehouse.portal.filechooser;

/// What a chooser is opened for: one of the portal's three methods.
enum Errand {
    OPEN_FILE,
    SAVE_FILE,
    SAVE_FILES;

    /// Whether what is picked will be written, and so need not be there yet.
    boolean isSaving() {
        return this != OPEN_FILE;
    }
}
