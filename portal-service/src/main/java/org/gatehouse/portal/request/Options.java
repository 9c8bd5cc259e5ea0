package org.gatehouse.portal.request;

import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.protocol.PortalException;

/// The options `a{sv}` of a portal call. Unknown keys are ignored.
///
/// @param values key → value, at most 64
public record Options(Map<String, Variant<?>> values) {

    private static final int MOST_KEYS = 64;
    private static final int LONGEST_TEXT = 4096;

    /// Takes the options of a call.
    ///
    /// @throws PortalException `InvalidArgument` if there are more than 64
    public Options {
        if (values.size() > MOST_KEYS) {
            throw PortalException.invalidArgument("more than 64 options");
        }
    }

    /// A text, read leniently: a value of another type counts as absent, as in the reference's
    /// Location and FileTransfer.
    ///
    /// @throws PortalException `InvalidArgument` if it is longer than 4 KiB
    public Optional<String> lenientText(String key) {
        var text = lenient(key, String.class);
        if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
            throw PortalException.invalidArgument(key + " is too long");
        }
        return text;
    }

    /// A text.
    ///
    /// @throws PortalException `InvalidArgument` if it is something else, or longer than 4 KiB
    public Optional<String> strictText(String key) {
        var text = lenientText(key);
        if (values.containsKey(key) && text.isEmpty()) {
            throw PortalException.invalidArgument(key + " is a string");
        }
        return text;
    }

    /// A number of type `u`, read leniently.
    public long lenientNumber(String key, long otherwise) {
        return lenient(key, UInt32.class).map(UInt32::longValue).orElse(otherwise);
    }

    private <T> Optional<T> lenient(String key, Class<T> type) {
        var value = values.get(key);
        return value != null && type.isInstance(value.getValue())
                ? Optional.of(type.cast(value.getValue()))
                : Optional.empty();
    }
}
