package org.gatehouse.documents.origin;

import org.gatehouse.libc.FileStatus;

/// Which kind of file a descriptor has to be.
public enum Wanted {
    FILE,
    DIRECTORY,
    EITHER;

    boolean admits(FileStatus status) {
        return switch (this) {
            case FILE -> status.isRegular();
            case DIRECTORY -> status.isDirectory();
            case EITHER -> status.isRegular() || status.isDirectory();
        };
    }
}
