package org.gatehouse.store.gvdb;

import java.io.Serial;

/// A table file that is not what the reference writes.
public final class DamagedTable extends Exception {

    @Serial private static final long serialVersionUID = 1;

    DamagedTable(String message) {
        super(message);
    }
}
