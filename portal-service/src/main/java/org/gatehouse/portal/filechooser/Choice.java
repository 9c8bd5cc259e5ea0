package org.gatehouse.portal.filechooser;

import java.util.List;
import org.gatehouse.protocol.PortalException;

/// Something an app lets the person choose beside the files, `(ssa(ss)s)`.
///
/// @param options ids; none where it is yes or no, said as `true` or `false`
record Choice(String id, List<String> options) {

    private static final int MOST = 256;
    private static final int LONGEST = 4096;
    private static final List<String> YES_OR_NO = List.of("true", "false");

    /// The choices that a value of type `a(ssa(ss)s)` is.
    ///
    /// @throws PortalException `InvalidArgument` for one that is not as specified
    static List<Choice> all(Object value) {
        var values = (List<?>) value;
        if (values.size() > MOST) {
            throw PortalException.invalidArgument("more than 256 choices");
        }
        return values.stream().map(Choice::of).toList();
    }

    private static Choice of(Object value) {
        var fields = (Object[]) value;
        var id = text(fields[0]);
        var label = text(fields[1]);
        if (id.isEmpty() || label.isEmpty()) {
            throw PortalException.invalidArgument("a choice needs an id and a label");
        }
        var choice = new Choice(id, options(fields[2]));
        var initial = text(fields[3]);
        if (!initial.isEmpty() && !choice.offers(initial)) {
            throw PortalException.invalidArgument("a choice begins with what it does not offer");
        }
        return choice;
    }

    private static List<String> options(Object value) {
        var options = (List<?>) value;
        if (options.size() > MOST) {
            throw PortalException.invalidArgument("a choice has more than 256 options");
        }
        return options.stream().map(Object[].class::cast).map(Choice::option).toList();
    }

    private static String option(Object[] fields) {
        var id = text(fields[0]);
        if (id.isEmpty() || text(fields[1]).isEmpty()) {
            throw PortalException.invalidArgument("an option of a choice needs an id and a label");
        }
        return id;
    }

    private static String text(Object value) {
        var text = (String) value;
        if (text.length() > LONGEST) {
            throw PortalException.invalidArgument("a choice is too long");
        }
        return text;
    }

    /// Whether that may be the answer.
    boolean offers(String option) {
        return (options.isEmpty() ? YES_OR_NO : options).contains(option);
    }
}
