package org.gatehouse.protocol;

/// How a request ended, as apps are told and as backends say.
public enum ResponseCode {
    /// 0: carried out.
    SUCCESS,
    /// 1: the person said no.
    CANCELLED,
    /// 2: ended otherwise.
    OTHER;

    /// The code on the wire.
    public int value() {
        return switch (this) {
            case SUCCESS -> 0;
            case CANCELLED -> 1;
            case OTHER -> 2;
        };
    }

    /// What a backend's code means; one that is not defined counts as 2.
    public static ResponseCode of(long code) {
        if (code == 0) {
            return SUCCESS;
        }
        return code == 1 ? CANCELLED : OTHER;
    }
}
