package org.gatehouse.store.service;

import org.gatehouse.store.sqlite.Namespace;
import org.junit.jupiter.api.Test;

/// Requirement G13, on the bus: a full disk, each way to write.
class G13NoSignalForAWriteThatFailedTest {

    @Test
    void theCallerHearsOfItNobodyElseDoesAndTheOldValueHolds() throws Exception {
        Namespace.enter(FullDiskOnTheBus.class);
    }
}
