package org.gatehouse.settings;

/// Something that happened.
///
/// @param time seconds since the epoch
/// @param event its word, such as `granted`
/// @param key `permission` is `""` where it is about none
/// @param name of the app, fit to be shown, `""` where it is about none
/// @param text more about it, fit to be shown
/// @param executable of the process that did it, fit to be shown, `""` if nobody did
/// @param intact false where the ledger was tampered with
public record LedgerRow(
        long sequence,
        long time,
        String event,
        GrantKey key,
        String name,
        String text,
        String executable,
        boolean intact) {

    /// Whether it is about running without a window.
    boolean isOfBackground() {
        return key.permission().equals("background");
    }
}
