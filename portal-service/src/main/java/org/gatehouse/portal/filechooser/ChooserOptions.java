package org.gatehouse.portal.filechooser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.request.Options;
import org.gatehouse.protocol.HandleToken;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;

/// What an app asks of a chooser: checked, and reduced to what is specified.
///
/// @param forwarded what the backend gets, `a{sv}`; without the folders to begin in
/// @param beginning `current_folder` and `current_file`, paths with one NUL at the end
/// @param directory whether folders are picked
/// @param filters that were offered
/// @param choices that were offered
/// @param names of the files to be saved, in the order of their URIs
record ChooserOptions(
        HandleToken token,
        Map<String, Variant<?>> forwarded,
        Map<String, byte[]> beginning,
        boolean directory,
        List<Filter> filters,
        List<Choice> choices,
        List<String> names) {

    static final String FOLDER = "current_folder";
    static final String FILE = "current_file";

    private static final int MOST_FILES = 256;

    /// @throws PortalException `InvalidArgument` for options that are not as specified
    static ChooserOptions of(Errand errand, Options options) {
        var token = HandleToken.ofRequest(options.text("handle_token").orElse(null));
        var reader = new Reader(options);
        options.text("accept_label").ifPresent(label -> reader.forward("accept_label", "s"));
        reader.forward("modal", "b");
        var choices = reader.forward("choices", "a(ssa(ss)s)").map(Choice::all).orElse(List.of());
        return switch (errand) {
            case OPEN_FILE -> {
                reader.beginIn(FOLDER);
                reader.forward("multiple", "b");
                boolean directory = reader.flag("directory");
                yield reader.asked(token, directory, reader.filters(), choices);
            }
            case SAVE_FILE -> {
                options.text("current_name").ifPresent(_ -> reader.forward("current_name", "s"));
                reader.beginIn(FOLDER);
                reader.beginIn(FILE);
                yield reader.asked(token, false, reader.filters(), choices);
            }
            case SAVE_FILES -> reader.saveFiles(token, choices);
        };
    }

    /// Takes the options apart and collects what is passed on.
    private static final class Reader {

        private final Options options;
        private final Map<String, Variant<?>> forwarded = new LinkedHashMap<>();
        private final Map<String, byte[]> beginning = new LinkedHashMap<>();

        Reader(Options options) {
            this.options = options;
        }

        Optional<Object> forward(String key, String signature) {
            var value = options.typed(key, signature);
            value.ifPresent(present -> forwarded.put(key, present));
            return value.map(Variant::getValue);
        }

        boolean flag(String key) {
            return forward(key, "b").map(Boolean.class::cast).orElse(false);
        }

        /// One of another type counts as absent, as in the reference.
        void beginIn(String key) {
            options.lenientlyTyped(key, "ay")
                    .ifPresent(value -> beginning.put(key, (byte[]) value.getValue()));
        }

        List<Filter> filters() {
            var filters = forward("filters", "a(sa(us))").map(Filter::all).orElse(List.of());
            Consumer<Filter> check =
                    current -> {
                        if (!filters.isEmpty() && !filters.contains(current)) {
                            throw PortalException.invalidArgument(
                                    "current_filter is none of the filters");
                        }
                    };
            forward("current_filter", "(sa(us))").map(Filter::of).ifPresent(check);
            return filters;
        }

        ChooserOptions asked(
                HandleToken token, boolean directory, List<Filter> filters, List<Choice> choices) {
            return new ChooserOptions(
                    token, forwarded, beginning, directory, filters, choices, List.of());
        }

        ChooserOptions saveFiles(HandleToken token, List<Choice> choices) {
            options.typed(FOLDER, "ay")
                    .ifPresent(value -> beginning.put(FOLDER, (byte[]) value.getValue()));
            var names = forward("files", "aay").map(Reader::names).orElse(List.of());
            return new ChooserOptions(
                    token, forwarded, beginning, false, List.of(), choices, names);
        }

        private static List<String> names(Object value) {
            var files = (List<?>) value;
            if (files.size() > MOST_FILES) {
                throw PortalException.invalidArgument("more than 256 files");
            }
            return files.stream().map(byte[].class::cast).map(Reader::name).toList();
        }

        private static String name(byte[] bytes) {
            return HostPath.nameOfWire(bytes)
                    .orElseThrow(() -> PortalException.invalidArgument("not a file name"));
        }
    }
}
