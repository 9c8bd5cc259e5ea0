/// The reference store's table files, read and written without GLib.
///
/// A table file is a GVDB file: a hash table whose key `main` leads to a hash table id → entry, and
/// `apps` to one app → ids. An entry is the GVariant `(va{sas})`: value, and app → words. Start at
/// [TableFileReader] and [TableFileWriter]; [GVariantEncoder] and [GVariantDecoder] convert single
/// values from and to D-Bus bytes.
///
/// Sources: GLib, `gvdb-format.h`; "GVariant Specification" (Alexander Larsson, Allison Lortie);
/// xdg-desktop-portal, `document-portal/permission-db.c`. A file may come from anywhere, so that
/// everything in it is checked before it is used; what is not exactly as the reference writes it is
/// a [DamagedTable].
///
/// The package knows nothing of the database or the bus.
@NullMarked
package org.gatehouse.store.gvdb;

import org.jspecify.annotations.NullMarked;
