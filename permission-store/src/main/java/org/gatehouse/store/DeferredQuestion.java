package org.gatehouse.store;

/// A question that could not be asked, and waits for an answer.
///
/// Two are equal, and one on the list, if class, kind, app and level are.
///
/// @param number that of the ledger record with which it came on the list; 0 if it is not there yet
/// @param permissionClass the id of a class of permission
/// @param kind the word of an [AppKind]
/// @param level that was asked for, `""` where there is none
/// @param reason the app's own words, `""` if none
/// @param why it was not asked
/// @param time when it was asked last, in seconds since the epoch
/// @param times how often it was asked
public record DeferredQuestion(
        long number,
        String permissionClass,
        String kind,
        String app,
        String level,
        String reason,
        String why,
        long time,
        long times) {}
