/// What a permission store is: tables of ids, the words kept for each app, the terms of a grant,
/// the ledger. Pure: no bus, no database, no files.
///
/// A table (`location`) holds ids (`location`), an id holds for each app a list of words whose
/// meaning is the table's (`EXACT`, `1789000000`), and one value of any D-Bus type. That much is
/// the contract with the reference and its tools ([Entry]). What Gatehouse knows beyond the words
/// is a [Grant]; what happened is a [LedgerRecord]. Every change is a [Write]; [WriteRule] says
/// what each does. [PermissionStore] is the port behind which they are kept.
@NullMarked
package org.gatehouse.store;

import org.jspecify.annotations.NullMarked;
