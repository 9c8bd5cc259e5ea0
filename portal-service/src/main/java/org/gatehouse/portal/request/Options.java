package org.gatehouse.portal.request;

import java.util.List;
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

    /// A text.
    ///
    /// @throws PortalException `InvalidArgument` for a value of another type or over 4 KiB
    public Optional<String> text(String key) {
        strict(key, "s");
        return lenientText(key);
    }

    /// A text of some length, counted in characters as people see them.
    ///
    /// @throws PortalException `InvalidArgument` for a value of another type, none, or a longer one
    public Optional<String> text(String key, int longest) {
        var text = text(key);
        if (text.isPresent()) {
            int length = text.get().codePointCount(0, text.get().length());
            if (length == 0 || length > longest) {
                throw PortalException.invalidArgument(
                        "%s must have 1 to %d characters".formatted(key, longest));
            }
        }
        return text;
    }

    /// Yes or no.
    ///
    /// @throws PortalException `InvalidArgument` for a value of another type
    public Optional<Boolean> flag(String key) {
        strict(key, "b");
        return lenient(key, Boolean.class);
    }

    /// A list of texts.
    ///
    /// @throws PortalException `InvalidArgument` for a value of another type
    public Optional<List<String>> words(String key) {
        strict(key, "as");
        return lenient(key, List.class).map(Options::texts);
    }

    /// A value of exactly that type, as it came.
    ///
    /// @param signature the D-Bus type, such as `a(sa(us))`
    /// @throws PortalException `InvalidArgument` for a value of another type
    public Optional<Variant<?>> typed(String key, String signature) {
        strict(key, signature);
        return Optional.ofNullable(values.get(key));
    }

    /// A value of exactly that type, as it came; one of another type counts as absent.
    public Optional<Variant<?>> lenientlyTyped(String key, String signature) {
        return Optional.<Variant<?>>ofNullable(values.get(key))
                .filter(value -> signature.equals(value.getSig()));
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }

    private void strict(String key, String signature) {
        var value = values.get(key);
        if (value != null && !signature.equals(value.getSig())) {
            throw PortalException.invalidArgument("%s must be %s".formatted(key, signature));
        }
    }

    private <T> Optional<T> lenient(String key, Class<T> type) {
        var value = values.get(key);
        return value != null && type.isInstance(value.getValue())
                ? Optional.of(type.cast(value.getValue()))
                : Optional.empty();
    }
}
