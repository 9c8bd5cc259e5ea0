package org.gatehouse.ctl.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.ctl.Commands;
import picocli.AutoComplete;

/// Writes the completions and the manual into the `share` of an image. The build calls it.
final class Documents {

    private static final String NAME = "gatehousectl";

    private Documents() {}

    /// @param arguments the folder `share`, and the manual's frame
    public static void main(String[] arguments) throws IOException {
        var share = Path.of(arguments[0]);
        var frame = Files.readString(Path.of(arguments[1]));
        var model = Commands.model();
        write(share.resolve("bash-completion/completions/" + NAME), AutoComplete.bash(NAME, model));
        write(
                share.resolve("zsh/site-functions/_" + NAME),
                new ZshCompletion().of(model.getCommandSpec()));
        write(
                share.resolve("fish/vendor_completions.d/" + NAME + ".fish"),
                new FishCompletion().of(model.getCommandSpec()));
        write(
                share.resolve("man/man1/" + NAME + ".1"),
                new Manual(frame).of(model.getCommandSpec()));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
