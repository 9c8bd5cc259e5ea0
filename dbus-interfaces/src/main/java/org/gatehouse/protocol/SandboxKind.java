package org.gatehouse.protocol;

/// What an app is confined by. Grants are kept per kind, so that equal names never mix.
public enum SandboxKind {
    FLATPAK("flatpak"),
    SNAP("snap"),
    LINYAPS("linyaps"),
    CLICK("click");

    private final String wire;

    SandboxKind(String wire) {
        this.wire = wire;
    }

    /// The word for it on the bus and in the store.
    public String wire() {
        return wire;
    }
}
