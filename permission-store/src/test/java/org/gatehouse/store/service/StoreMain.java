package org.gatehouse.store.service;

import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;

/// The store role in a process of its own, for tests that end it.
final class StoreMain {

    private StoreMain() {}

    public static void main(String[] arguments) {
        try {
            boolean replace = arguments.length > 0 && arguments[0].equals("--replace");
            var role = StoreRole.start(new RoleSettings(System.getenv(), replace, false));
            Runtime.getRuntime().addShutdownHook(new Thread(role::close));
            Runtime.getRuntime().halt(role.ended().join());
        } catch (RoleFailure e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(e.exitStatus());
        }
    }
}
