package org.gatehouse.prompt.fx.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.gatehouse.prompt.files.FileNames;
import org.gatehouse.protocol.HostPath;

/// Makes a folder where the person looks, and goes into it.
final class NewFolder {

    private final Chooser chooser;
    private final Overlay overlay;

    NewFolder(Chooser chooser, Overlay overlay) {
        this.chooser = chooser;
        this.overlay = overlay;
    }

    void ask() {
        overlay.askName("New folder", this::create);
    }

    /// @param result told what is wrong, `""` if it has been made
    private void create(String name, Consumer<String> result) {
        var fault = FileNames.fault(name);
        if (!fault.isEmpty()) {
            result.accept(fault);
            return;
        }
        var made = chooser.folder().child(FileNames.encoded(name));
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    var trouble = make(made);
                    Platform.runLater(() -> {
                        result.accept(trouble);
                        if (trouble.isEmpty()) {
                            chooser.go(made);
                        }
                    });
                });
    }

    private static String make(HostPath folder) {
        try {
            Files.createDirectory(folder.toPath());
            return "";
        } catch (FileAlreadyExistsException e) {
            return "There is something of this name already";
        } catch (AccessDeniedException e) {
            return "You may not make folders here";
        } catch (IOException e) {
            return "The folder cannot be made";
        }
    }
}
