package org.gatehouse.store;

import java.util.List;

/// What holds for an app of one kind.
public sealed interface Decision {

    /// Decided through Gatehouse, for that kind of app.
    record Granted(Grant grant) implements Decision {}

    /// A row that a tool wrote: it names no kind and holds for every one.
    ///
    /// A row that stands for the grant of another kind of app is not one of these.
    record Raw(List<String> words) implements Decision {}
}
