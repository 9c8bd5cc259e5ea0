package org.gatehouse.store.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Grant;
import org.gatehouse.store.LedgerRecord;
import org.gatehouse.store.Lifespan;

/// The dictionaries of `Permissions1`. Unknown keys are ignored.
///
/// @param values key → value
record Details(Map<String, Variant<?>> values) {

    static final String LIFESPAN = "lifespan";
    static final String UNTIL = "until";
    static final String DECIDED_BY = "decided-by";
    static final String REASON = "reason";
    static final String ACCURACY = "accuracy";

    /// A text, or `otherwise` if the key is absent.
    ///
    /// @throws PortalException `InvalidArgument` if it is no string
    String text(String key, String otherwise) {
        var value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value.getValue() instanceof String text) {
            return text;
        }
        throw PortalException.invalidArgument(key + " is not a string");
    }

    /// A number, or 0 if the key is absent.
    ///
    /// @throws PortalException `InvalidArgument` if it is no `t`
    long number(String key) {
        var value = values.get(key);
        if (value == null) {
            return 0;
        }
        if (value.getValue() instanceof UInt64 number) {
            return number.value().longValue();
        }
        throw PortalException.invalidArgument(key + " is not a t");
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
        details.put("decided", unsigned(grant.decided()));
        details.put("last-use", unsigned(grant.lastUse()));
        details.put("uses", unsigned(grant.uses()));
        return details;
    }

    /// A ledger record: `sequence` and `time` `t`, `kind`, `table`, `id`, `app-kind`, `app`,
    /// `text`, `executable` `s`, `pid` `u`, and `intact` `b`, false where the chain of hashes is
    /// broken.
    static Map<String, Variant<?>> of(LedgerRecord ledgerRecord) {
        var event = ledgerRecord.event();
        var details = new LinkedHashMap<String, Variant<?>>();
        details.put("sequence", unsigned(ledgerRecord.sequence()));
        details.put("time", unsigned(ledgerRecord.time()));
        details.put("kind", new Variant<>(event.kind().word()));
        details.put("table", new Variant<>(event.table()));
        details.put("id", new Variant<>(event.id()));
        details.put("app-kind", new Variant<>(event.appKind()));
        details.put("app", new Variant<>(event.app()));
        details.put("text", new Variant<>(event.text()));
        details.put("pid", new Variant<>(new UInt32(ledgerRecord.author().pid())));
        details.put("executable", new Variant<>(ledgerRecord.author().executable()));
        details.put("intact", new Variant<>(ledgerRecord.intact()));
        return details;
    }

    private static Variant<UInt64> unsigned(long number) {
        return new Variant<>(new UInt64(number));
    }
}
