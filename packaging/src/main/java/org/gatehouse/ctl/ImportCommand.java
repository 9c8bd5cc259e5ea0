package org.gatehouse.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1.ImportResult;
import org.gatehouse.bus.RemoteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes over an export.
@Command(name = "import", description = "Take over what an export says, whole or not at all.")
final class ImportCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The file; - for standard input.")
    private String file = "";

    @Option(names = "--check", description = "Only say what would change.")
    private boolean check;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before it is done.")
    private boolean yes;

    @Mixin private Format format = new Format();

    ImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (var transfer = TransferFile.in(TransferFile.folder(context))) {
            read(transfer.path());
            var result = take(transfer, true);
            if (!check && result.changed().intValue() > 0) {
                var question = "This changes " + permissions(result) + ". Go on?";
                if (!yes && !context.screen().confirms(question)) {
                    throw Failure.notFound("nothing was done");
                }
                result = take(transfer, false);
            }
            show(result);
        }
        return ExitStatus.FINE.number();
    }

    private void read(Path into) throws IOException {
        if (file.equals("-")) {
            Files.copy(System.in, into, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.write(into, Files.readAllBytes(Path.of(file)));
        }
    }

    private ImportResult take(TransferFile transfer, boolean onlyCheck) throws IOException {
        try {
            return context.service()
                    .permissions()
                    .Import(transfer.forReading(), Map.of("check", new Variant<>(onlyCheck)));
        } catch (RemoteException e) {
            var failure = Failure.of(e);
            throw failure.status() == ExitStatus.WRONG_USAGE
                    ? Failure.notFound(
                            file + ": " + failure.getMessage() + "; nothing was taken over")
                    : failure;
        }
    }

    private void show(ImportResult result) {
        if (format.isJson()) {
            context.screen()
                    .json(Map.of("changed", result.changed(), "sequence", result.sequence()));
        } else if (result.changed().intValue() == 0) {
            context.screen()
                    .say(
                            "Nothing "
                                    + (check
                                            ? "would change."
                                            : "changed: all of it holds already."));
        } else {
            context.screen()
                    .say((check ? "Would change: " : "Changed: ") + permissions(result) + ".");
        }
    }

    private static String permissions(ImportResult result) {
        int changed = result.changed().intValue();
        return changed + (changed == 1 ? " permission" : " permissions");
    }
}
