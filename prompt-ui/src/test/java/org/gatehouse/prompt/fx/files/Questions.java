package org.gatehouse.prompt.fx.files;

import java.util.List;
import java.util.Optional;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.prompt.Standing;
import org.gatehouse.prompt.files.FileFilter;
import org.gatehouse.prompt.files.FileFilter.Rule;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FileQuestion;
import org.gatehouse.prompt.files.FileQuestion.Offer;
import org.gatehouse.prompt.files.FileQuestion.Start;
import org.gatehouse.prompt.files.FileWords;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.ParentWindow;

/// Questions of an app.
final class Questions {

    static final Offer NOTHING = new Offer(List.of(), Optional.empty(), List.of());
    static final FileFilter ALL = new FileFilter("All files", List.of(new Rule.Glob("*")));
    static final FileFilter IMAGES = new FileFilter("Images", List.of(new Rule.Mime("image/*")));
    static final Offer MUCH =
            new Offer(
                    List.of(ALL, IMAGES),
                    Optional.of(ALL),
                    List.of(
                            new Choice(
                                    "encoding",
                                    "Encoding",
                                    List.of(
                                            new Choice.Option("utf8", "Unicode (UTF-8)"),
                                            new Choice.Option("latin15", "Western")),
                                    "utf8"),
                            new Choice("reencode", "Reencode", List.of(), "false")));

    private Questions() {}

    static FileQuestion of(FileMode mode, HostPath folder) {
        return of(mode, folder, NOTHING, "Open a document");
    }

    static FileQuestion of(FileMode mode, HostPath folder, Offer offer, String title) {
        return new FileQuestion(
                new Standing(Home.WRITER, ParentWindow.parse(""), Manner.MODAL),
                mode,
                new FileWords(title, ""),
                offer,
                new Start(Optional.of(folder), Optional.empty()));
    }
}
