package org.gatehouse.documents;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;

/// A file or a folder that was handed over, and to whom.
///
/// @param id its name on the mount
/// @param path where it is on the host; of a file, it need not be there yet
/// @param anchor the folder that the file is in; of a folder, the folder itself
/// @param isDirectory whether it is a folder with everything in it, or one file
/// @param isUnique whether adding the same file again gives another document
/// @param isPersistent whether it outlives the document role
/// @param permissions what each app may; an app without any is not in it
public record Document(
        DocumentId id,
        HostPath path,
        FileKey anchor,
        boolean isDirectory,
        boolean isUnique,
        boolean isPersistent,
        Map<AppId, Set<DocumentPermission>> permissions) {

    public Document {
        permissions = Map.copyOf(permissions);
    }

    /// What it is called on the mount: `doc/ID/NAME`.
    public String name() {
        return path.name();
    }

    /// What an app may do; nothing if it was given nothing.
    public Set<DocumentPermission> permissionsOf(AppId app) {
        return permissions.getOrDefault(app, Set.of());
    }

    /// Whether an app may do that.
    public boolean allows(AppId app, DocumentPermission permission) {
        return permissionsOf(app).contains(permission);
    }

    /// This document with exactly these permissions for an app; none takes the app out.
    public Document with(AppId app, Set<DocumentPermission> granted) {
        var changed = new HashMap<>(permissions);
        if (granted.isEmpty()) {
            changed.remove(app);
        } else {
            changed.put(app, Set.copyOf(EnumSet.copyOf(granted)));
        }
        return new Document(id, path, anchor, isDirectory, isUnique, isPersistent, changed);
    }

    /// This document, found elsewhere.
    public Document movedTo(HostPath newPath, FileKey newAnchor) {
        return new Document(
                id, newPath, newAnchor, isDirectory, isUnique, isPersistent, permissions);
    }
}
