package org.gatehouse.bus;

/// How a name is asked for. Gatehouse never queues for a name.
///
/// Source: D-Bus specification, `org.freedesktop.DBus.RequestName`.
public enum NameOption {
    /// Others may take the name over.
    ALLOW_REPLACEMENT(1),
    /// Take the name over from an owner that allows it.
    REPLACE_EXISTING(2);

    static final int DO_NOT_QUEUE = 4;

    private final int flag;

    NameOption(int flag) {
        this.flag = flag;
    }

    int flag() {
        return flag;
    }
}
