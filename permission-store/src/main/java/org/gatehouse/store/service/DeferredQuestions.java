package org.gatehouse.store.service;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.Permissions1.DeferredChanged;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Author;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.Write;

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

    /// The number of a question of that app about that class, 0 if none waits: whatever is decided
    /// otherwise answers it.
    long waiting(PermissionClass permission, String kind, String app) {
        return store.get().deferred().stream()
                .filter(question ->
                        question.permissionClass().equals(permission.id())
                                && question.kind().equals(kind)
                                && question.app().equals(app))
                .mapToLong(DeferredQuestion::number)
                .findFirst()
                .orElse(0);
    }

    /// Takes the questions off the list that a decision of the portal answers.
    void answered(GrantKey decided) {
        boolean any = false;
        for (var question : store.get().deferred()) {
            if (isAnswered(question, decided)) {
                var text = "answered when it was asked again";
                var event = event(question, LedgerEvent.Kind.DISMISSED, text);
                var _ =
                        store.get()
                                .submit(new Write.Settle(question.number(), event), Author.STORE)
                                .handle((_, _) -> "")
                                .join();
                any = true;
            }
        }
        if (any) {
            changed();
        }
    }

    private boolean isAnswered(DeferredQuestion question, GrantKey decided) {
        return question.app().equals(decided.app())
                && question.kind().equals(decided.kind().word())
                && catalogue
                        .find(question.permissionClass())
                        .map(HeldGrants::place)
                        .filter(decided.entry()::equals)
                        .isPresent();
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
