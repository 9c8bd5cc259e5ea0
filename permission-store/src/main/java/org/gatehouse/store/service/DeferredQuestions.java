package org.gatehouse.store.service;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.Permissions1.DeferredChanged;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.PermissionStore;

/// The questions that wait for an answer.
///
/// Threads: any that may wait for the disk.
final class DeferredQuestions {

    private final Supplier<PermissionStore> store;
    private final Catalogue catalogue;
    private final Consumer<DeferredChanged> signal;

    DeferredQuestions(
            Supplier<PermissionStore> store,
            Catalogue catalogue,
            Consumer<DeferredChanged> signal) {
        this.store = store;
        this.catalogue = catalogue;
        this.signal = signal;
    }

    /// One that waits.
    ///
    /// @throws PortalException `NotFound` if it does not
    DeferredQuestion find(long number) {
        return store.get().deferred().stream()
                .filter(question -> question.number() == number)
                .findFirst()
                .orElseThrow(() -> PortalException.notFound("this question does not wait"));
    }

    /// What the ledger says when something happens to a question.
    LedgerEvent event(DeferredQuestion question, LedgerEvent.Kind kind, String text) {
        var row = catalogue.find(question.permissionClass()).map(PermissionClass::row);
        return new LedgerEvent(
                kind,
                row.map(PermissionClass.Row::table).orElse(""),
                row.map(PermissionClass.Row::id).orElse(""),
                question.kind(),
                question.app(),
                text);
    }

    /// Tells that the list has changed.
    void changed() {
        signal.accept(new DeferredChanged(new UInt32(store.get().deferred().size())));
    }
}
