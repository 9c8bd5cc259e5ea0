package org.gatehouse.prompt.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileFilter;
import org.gatehouse.prompt.files.FileFilter.Rule;
import org.gatehouse.protocol.FileUri;
import org.gatehouse.protocol.ResponseCode;

/// What came of picking, as it goes back over the bus: `uris` `as`, `choices` `a(ss)`,
/// `current_filter` `(sa(us))`.
final class FileResults {

    private FileResults() {}

    static UInt32 response(FileAnswer answer) {
        var code =
                switch (answer) {
                    case FileAnswer.Picked _ -> ResponseCode.SUCCESS;
                    case FileAnswer.Cancelled() -> ResponseCode.CANCELLED;
                    case FileAnswer.Dismissed() -> ResponseCode.OTHER;
                };
        return new UInt32(code.value());
    }

    static Map<String, Variant<?>> of(FileAnswer answer) {
        return switch (answer) {
            case FileAnswer.Picked picked -> picked(picked);
            case FileAnswer.Cancelled(), FileAnswer.Dismissed() -> Map.of();
        };
    }

    /// With `writable` `b` as well: it is always sent, since absent means one thing in the
    /// interface's words and the other in the reference's code.
    static Map<String, Variant<?>> withWritable(FileAnswer answer) {
        var results = new HashMap<>(of(answer));
        if (answer instanceof FileAnswer.Picked picked) {
            results.put("writable", new Variant<>(picked.writable()));
        }
        return results;
    }

    private static Map<String, Variant<?>> picked(FileAnswer.Picked picked) {
        var results = new HashMap<String, Variant<?>>();
        var uris = picked.paths().stream().map(FileUri::of).toList();
        var choices =
                picked.choices().stream()
                        .map(choice -> new Object[] {choice.choice(), choice.option()})
                        .toList();
        results.put("uris", new Variant<>(uris, "as"));
        results.put("choices", new Variant<>(choices, "a(ss)"));
        picked.filter()
                .ifPresent(filter ->
                        results.put("current_filter", new Variant<>(wire(filter), "(sa(us))")));
        return results;
    }

    private static Object[] wire(FileFilter filter) {
        List<Object[]> rules = filter.rules().stream().map(FileResults::wire).toList();
        return new Object[] {filter.name(), rules};
    }

    private static Object[] wire(Rule rule) {
        return switch (rule) {
            case Rule.Glob(var pattern) -> new Object[] {new UInt32(0), pattern};
            case Rule.Mime(var type) -> new Object[] {new UInt32(1), type};
        };
    }
}
