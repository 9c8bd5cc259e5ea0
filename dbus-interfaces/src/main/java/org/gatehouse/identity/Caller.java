package org.gatehouse.identity;

import org.gatehouse.protocol.AppIdentity;

/// An identified peer of the bus.
///
/// @param identity who it is
/// @param pid its process, as the bus gave it
/// @param executable the path of its program as the kernel shows it, for the ledger only; `""` if
///   it was not examined
public record Caller(AppIdentity identity, long pid, String executable) {}
