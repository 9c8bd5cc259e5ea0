package org.gatehouse.store.service;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Grant;
import org.gatehouse.store.Lifespan;

/// The dictionaries of `Permissions1`. Unknown keys are ignored.
///
/// @param values key → value
record Details(Map<String, Variant<?>> values) {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    static final String LIFESPAN = "lifespan";
    static final String UNTIL = "until";
    static final String DECIDED_BY = "decided-by";
    static final String REASON = "reason";
    static final String ACCURACY = "accuracy";

    /// A text, or `otherwise` if the key is absent.
    ///
    /// @throws PortalException `InvalidArgument` if it is no string
    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /// A text, or nothing if the key is absent.
    ///
    /// @throws PortalException `InvalidArgument` if it is no string
    Optional<String> text(String key) {
        return value(key, String.class, "a string");
    }

    /// Texts, none if the key is absent.
    ///
    /// @throws PortalException `InvalidArgument` if it is no `as`
    List<String> texts(String key) {
        var value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value.getSig().equals("as") && value.getValue() instanceof List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
        throw PortalException.invalidArgument(key + " is not an as");
    }

    /// Yes or no; no if the key is absent.
    ///
    /// @throws PortalException `InvalidArgument` if it is no boolean
    boolean flag(String key) {
        return value(key, Boolean.class, "a boolean").orElse(false);
    }

    /// A number, or 0 if the key is absent.
    ///
    /// @throws PortalException `InvalidArgument` if it is no `t`
    long number(String key) {
        return value(key, UInt64.class, "a t").map(Details::bounded).orElse(0L);
    }

    /// A `t` as a long, the largest there is for what is beyond.
    static long bounded(UInt64 number) {
        return number.value().min(LARGEST).longValue();
    }

    private <T> Optional<T> value(String key, Class<T> type, String what) {
        var value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (type.isInstance(value.getValue())) {
            return Optional.of(type.cast(value.getValue()));
        }
        throw PortalException.invalidArgument(key + " is not " + what);
    }

    /// The terms of a grant: the keys of Remember, and `decided` and `last-use`, `t` seconds since
    /// the epoch, and `uses` `t`.
    static Map<String, Variant<?>> of(Grant grant) {
        var details = new LinkedHashMap<String, Variant<?>>();
        details.put(LIFESPAN, new Variant<>(grant.lifespan().word()));
        if (grant.lifespan() instanceof Lifespan.Until(var time)) {
            details.put(UNTIL, unsigned(time));
        }
        details.put(DECIDED_BY, new Variant<>(grant.decider().word()));
        details.put(REASON, new Variant<>(grant.reason()));
        details.put(ACCURACY, new Variant<>(grant.accuracy()));
        details.put("implied", new Variant<>(grant.implied()));
        details.put("decided", unsigned(grant.decided()));
        details.put("last-use", unsigned(grant.lastUse()));
        details.put("uses", unsigned(grant.uses()));
        return details;
    }

    private static Variant<UInt64> unsigned(long number) {
        return new Variant<>(new UInt64(number));
    }
}
