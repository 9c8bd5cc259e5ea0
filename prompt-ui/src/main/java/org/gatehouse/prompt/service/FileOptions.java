package org.gatehouse.prompt.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
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
import org.gatehouse.protocol.PortalException;

/// Reads the arguments of a file chooser's call.
///
/// `current_folder` and `current_file` are only hints: a mistyped one is no hint. A known key of
/// another type else is `InvalidArgument`. Source: portal interface `FileChooser`, version 4.
final class FileOptions {

    private static final String FILTER = "(sa(us))";
    private static final String FILTERS = "a(sa(us))";

    private final WireOptions options;

    private FileOptions(Map<String, Variant<?>> options) {
        this.options = new WireOptions(options);
    }

    static FileQuestion openFile(
            String app, String parent, String title, Map<String, Variant<?>> options) {
        return new FileOptions(options).question(app, parent, title, FileOptions::opening);
    }

    static FileQuestion saveFile(
            String app, String parent, String title, Map<String, Variant<?>> options) {
        return new FileOptions(options).question(app, parent, title, FileOptions::saving);
    }

    static FileQuestion saveFiles(
            String app, String parent, String title, Map<String, Variant<?>> options) {
        return new FileOptions(options).question(app, parent, title, FileOptions::savingAll);
    }

    private FileQuestion question(
            String app, String parent, String title, Function<FileOptions, FileMode> mode) {
        var manner = options.flag("modal", true) ? Manner.MODAL : Manner.MODELESS;
        return new FileQuestion(
                new Standing(app, ParentWindow.parse(parent), manner),
                mode.apply(this),
                new FileWords(title, options.text("accept_label")),
                new Offer(filters(), currentFilter(), options.choices()),
                new Start(path("current_folder"), path("current_file")));
    }

    private FileMode opening() {
        boolean multiple = options.flag("multiple", false);
        return options.flag("directory", false)
                ? new FileMode.OpenFolders(multiple)
                : new FileMode.OpenFiles(multiple);
    }

    private FileMode saving() {
        return new FileMode.SaveFile(options.text("current_name"));
    }

    /// @throws PortalException `InvalidArgument` without names, or with one that is none
    private FileMode savingAll() {
        var given = options.list("files", "aay");
        var names =
                given.stream()
                        .flatMap(name -> HostPath.nameOfWire((byte[]) name).stream())
                        .toList();
        if (names.isEmpty() || names.size() < given.size()) {
            throw PortalException.invalidArgument("option files is not a list of names");
        }
        return new FileMode.SaveFiles(names);
    }

    private Optional<HostPath> path(String key) {
        var variant = options.options().get(key);
        return variant != null && variant.getValue() instanceof byte[] bytes
                ? HostPath.ofWire(bytes)
                : Optional.empty();
    }

    private List<FileFilter> filters() {
        return options.list("filters", FILTERS).stream()
                .map(fields -> filter((Object[]) fields))
                .toList();
    }

    private Optional<FileFilter> currentFilter() {
        return options.value("current_filter", FILTER).map(fields -> filter((Object[]) fields));
    }

    private static FileFilter filter(Object[] fields) {
        var rules = ((List<?>) fields[1]).stream().map(rule -> rule((Object[]) rule)).toList();
        return new FileFilter((String) fields[0], rules);
    }

    private static Rule rule(Object[] fields) {
        var text = (String) fields[1];
        return switch (((UInt32) fields[0]).intValue()) {
            case 0 -> new Rule.Glob(text);
            case 1 -> new Rule.Mime(text);
            default -> throw PortalException.invalidArgument("no such kind of filter");
        };
    }
}
