package org.gatehouse.store.sqlite;

import java.nio.file.Path;

/// Opens a store, and ends.
final class FirstStart {

    private FirstStart() {}

    public static void main(String[] arguments) {
        try (var opened = Opened.in(Path.of(arguments[0]))) {
            System.out.println(opened.store.status());
        }
    }
}
