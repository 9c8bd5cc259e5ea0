package org.gatehouse.bus;

import java.io.Serial;

/// A call that the bus layer itself refuses: unknown object, interface, method or property.
final class Refusal extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final String name;

    Refusal(String name, String message) {
        super(message, null, false, false);
        this.name = name;
    }

    Errors.Answer answer() {
        return new Errors.Answer(name, String.valueOf(getMessage()));
    }
}
