package org.gatehouse.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes everything to a file.
@Command(
        name = "export",
        description = "Write everything that is kept as one JSON file.",
        footer = {"", "Take it over elsewhere: gatehousectl import FILE"})
final class ExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to; only you can read it. Without it, or with -: standard output.")
    private String file = STANDARD_OUTPUT;

    ExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        boolean toOutput = file.equals(STANDARD_OUTPUT);
        var place = Path.of(toOutput ? "x" : file).toAbsolutePath();
        var folder = toOutput ? TransferFile.folder(context) : place.resolveSibling("");
        try (var transfer = TransferFile.in(folder)) {
            context.service().permissions().Export(transfer.forWriting());
            if (toOutput) {
                context.screen().copy(Files.readAllBytes(transfer.path()));
            } else {
                transfer.moveTo(place);
            }
        }
        return ExitStatus.FINE.number();
    }
}
