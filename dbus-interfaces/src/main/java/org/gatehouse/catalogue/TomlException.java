package org.gatehouse.catalogue;

import java.io.Serial;

/// A TOML file that does not say what it should. Its message begins with `line L, column C: ` where
/// the place is known.
public final class TomlException extends Exception {

    @Serial private static final long serialVersionUID = 1;

    public TomlException(String message) {
        super(message);
    }
}
