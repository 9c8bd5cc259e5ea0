package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.bus.RemoteException;

/// Calls that must end with an error.
final class Refused {

    private Refused() {}

    /// Fails unless the call is refused because of an argument, and the message names the key.
    static void invalid(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining("org.freedesktop.portal.Error.InvalidArgument")
                .hasMessageContaining(key);
    }

    /// Fails unless the call ends with an error whose name ends so.
    static void refused(String name, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.name()).endsWith(name));
    }
}
