/// The kinds of permission there are, as data: what each is called, where the permission store
/// keeps it, how its rows read, what is at stake, how consent is obtained.
///
/// Start at [Catalogue]. A kind is one TOML file ([ClassFile] says its keys); the ones that come
/// with Gatehouse lie beside these classes, further ones are dropped into `gatehouse/classes` below
/// a configuration or data folder. Dialogs, settings, command line, policy and ledger read a
/// [PermissionClass] and know none by name.
///
/// It lives beside the protocol's nouns and not in a role, because every role reads it, and roles
/// do not know each other. The package decides nothing.
@NullMarked
package org.gatehouse.catalogue;

import org.jspecify.annotations.NullMarked;
