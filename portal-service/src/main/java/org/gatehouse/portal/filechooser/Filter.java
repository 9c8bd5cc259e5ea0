package org.gatehouse.portal.filechooser;

import java.util.List;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.protocol.PortalException;

/// Which files a chooser shows, `(sa(us))`.
///
/// @param name for the person
/// @param patterns a file is shown if one of them fits
record Filter(String name, List<Pattern> patterns) {

    private static final int MOST = 256;
    private static final int LONGEST = 4096;

    /// `(us)`.
    ///
    /// @param kind 0 a glob of file names, 1 a MIME type
    record Pattern(long kind, String text) {}

    /// @throws PortalException `InvalidArgument` for one that is empty or too large
    Filter {
        if (name.isEmpty() || patterns.isEmpty()) {
            throw PortalException.invalidArgument("a filter needs a name and patterns");
        }
        if (name.length() > LONGEST || patterns.size() > MOST) {
            throw PortalException.invalidArgument("a filter is too large");
        }
        patterns.forEach(Filter::check);
    }

    private static void check(Pattern pattern) {
        if (pattern.text().isEmpty() || pattern.text().length() > LONGEST) {
            throw PortalException.invalidArgument("a filter's pattern is empty or too long");
        }
        if (pattern.kind() > 1) {
            throw PortalException.invalidArgument("a filter's pattern is of an unknown kind");
        }
    }

    /// The filter that a value of type `(sa(us))` is.
    static Filter of(Object value) {
        var fields = (Object[]) value;
        var patterns = ((List<?>) fields[1]).stream().map(Filter::pattern).toList();
        return new Filter((String) fields[0], patterns);
    }

    /// The filters that a value of type `a(sa(us))` is.
    ///
    /// @throws PortalException `InvalidArgument` for more than 256
    static List<Filter> all(Object value) {
        var values = (List<?>) value;
        if (values.size() > MOST) {
            throw PortalException.invalidArgument("more than 256 filters");
        }
        return values.stream().map(Filter::of).toList();
    }

    /// Whether a value of type `(sa(us))` is this filter.
    boolean isWritten(Object value) {
        var fields = (Object[]) value;
        return name.equals(fields[0])
                && patterns.equals(((List<?>) fields[1]).stream().map(Filter::pattern).toList());
    }

    private static Pattern pattern(Object value) {
        var fields = (Object[]) value;
        return new Pattern(((UInt32) fields[0]).longValue(), (String) fields[1]);
    }
}
