package org.gatehouse.portal.request;

import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.protocol.ResponseCode;

/// How a flow ended, which becomes the request's one Response.
///
/// @param results the documented keys of the request, already reduced to what was asked
/// @param afterwards run once the Response is on its way; for what the caller may only learn then
public record Outcome(ResponseCode code, Map<String, Variant<?>> results, Runnable afterwards) {

    /// Carried out, without results.
    public static Outcome success(Runnable afterwards) {
        return new Outcome(ResponseCode.SUCCESS, Map.of(), afterwards);
    }

    /// Ended with results.
    public static Outcome of(ResponseCode code, Map<String, Variant<?>> results) {
        return new Outcome(code, results, () -> {});
    }

    /// The person said no.
    public static Outcome cancelled() {
        return ended(ResponseCode.CANCELLED);
    }

    /// Ended for any other reason.
    public static Outcome other() {
        return ended(ResponseCode.OTHER);
    }

    public boolean isSuccess() {
        return code == ResponseCode.SUCCESS;
    }

    private static Outcome ended(ResponseCode code) {
        return new Outcome(code, Map.of(), () -> {});
    }
}
