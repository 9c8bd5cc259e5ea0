package org.gatehouse.documents.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.origin.Origin;
import org.gatehouse.documents.origin.Sender;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.PortalException;

/// What is asked for when files are added.
///
/// @param target who gets the permissions, if anybody
record Addition(
        Sender sender,
        AddFlags flags,
        Optional<AppId> target,
        Set<DocumentPermission> permissions) {

    /// One for which nobody gets permissions but the one who adds.
    static Addition plain(Sender sender, boolean reuse, boolean persistent) {
        var flags = new AddFlags(reuse, persistent, false, false);
        return new Addition(sender, flags, Optional.empty(), Set.of());
    }

    /// From the arguments of a call.
    ///
    /// @throws PortalException `InvalidArgument` for an app id or a permission that is none
    static Addition of(Sender sender, AddFlags flags, String app, List<String> words) {
        var target = app.isEmpty() ? Optional.<AppId>empty() : Optional.of(new AppId(app));
        return new Addition(sender, flags, target, DocumentPermission.ofWords(words));
    }

    /// Whether a document may stand for the file again.
    boolean fits(Document document, boolean isDirectory) {
        return !document.isUnique()
                && document.isPersistent() == flags.persistent()
                && document.isDirectory() == isDirectory;
    }

    /// `document` with what the two apps get beside what they have.
    Document permitted(Document document, boolean isWritable) {
        var given = target.map(app -> more(document, app, permissions)).orElse(document);
        return sender.app()
                .filter(app -> !target.equals(Optional.of(app)))
                .map(app -> more(given, app, own(document, isWritable)))
                .orElse(given);
    }

    /// What the one who adds a file may do with its document.
    private static Set<DocumentPermission> own(Document document, boolean isWritable) {
        var own = EnumSet.of(DocumentPermission.READ, DocumentPermission.GRANT_PERMISSIONS);
        if (isWritable) {
            own.add(DocumentPermission.WRITE);
            if (document.isUnique()) {
                own.add(DocumentPermission.DELETE);
            }
        }
        return own;
    }

    static Document more(Document document, AppId app, Set<DocumentPermission> permissions) {
        var all = EnumSet.noneOf(DocumentPermission.class);
        all.addAll(document.permissionsOf(app));
        all.addAll(permissions);
        return document.with(app, all);
    }

    /// @throws PortalException `NotAllowed` if more would be given than the sender has
    void check(Origin origin) {
        if (permissions.contains(DocumentPermission.WRITE) && !origin.isWritable()) {
            throw PortalException.notAllowed("Not enough permissions");
        }
    }
}
