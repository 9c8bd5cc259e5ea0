package org.gatehouse.ctl;

import java.util.Iterator;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;

/// The classes that come with Gatehouse, for a shell to complete.
final class ClassIds implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Catalogue.ofOurs().all().stream().map(PermissionClass::id).iterator();
    }
}
