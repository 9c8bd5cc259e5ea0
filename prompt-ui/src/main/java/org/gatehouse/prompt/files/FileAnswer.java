package org.gatehouse.prompt.files;

import java.util.List;
import java.util.Optional;
import org.gatehouse.prompt.Answer.Selection;
import org.gatehouse.protocol.HostPath;

/// What came of a [FileQuestion].
public sealed interface FileAnswer {

    /// The person picked.
    ///
    /// @param paths never empty; for [FileMode.SaveFiles] one for each name, in the same order
    /// @param writable whether the app may change what it gets
    /// @param filter the filter that applied at last
    record Picked(
            List<HostPath> paths,
            boolean writable,
            List<Selection> choices,
            Optional<FileFilter> filter)
            implements FileAnswer {

        public Picked {
            paths = List.copyOf(paths);
            choices = List.copyOf(choices);
        }
    }

    /// The person closed the window without picking.
    record Cancelled() implements FileAnswer {}

    /// The question was taken back, or could not be shown.
    record Dismissed() implements FileAnswer {}
}
