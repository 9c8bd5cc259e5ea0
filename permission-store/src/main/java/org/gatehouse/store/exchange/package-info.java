/// Everything that is kept as one JSON document, to be taken to another machine.
///
/// Start at [ExportWriter] and [ExportReader]; the document is described in
/// `packaging/doc/export-format.md`. [ImportPlan] says what taking it over would change. The reader
/// is strict: what it does not know, it refuses whole, with line and column.
@NullMarked
package org.gatehouse.store.exchange;

import org.jspecify.annotations.NullMarked;
