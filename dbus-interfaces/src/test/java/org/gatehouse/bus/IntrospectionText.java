package org.gatehouse.bus;

import java.util.List;

/// What the bus layer would answer to Introspect for one interface, for tests of other packages.
public final class IntrospectionText {

    private IntrospectionText() {}

    public static String of(Class<?> type) {
        return Introspection.of(List.of(InterfaceTable.of(type)), List.of());
    }
}
