package org.gatehouse.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.gatehouse.protocol.PortalException;

/// The name of a table, such as `location` or `desktop-used-apps`.
///
/// Shape: 1 to 255 bytes of UTF-8, without `/` and control characters, not `.` or `..`. The
/// reference uses the name as a file name without looking at it; the limits are those of a file
/// name.
///
/// @param value the name as it goes over the bus
public record TableName(String value) {

    private static final int MAX_BYTES = 255;

    /// @throws PortalException `InvalidArgument` if `value` cannot name a table
    public TableName {
        if (value.isEmpty()
                || value.equals(".")
                || value.equals("..")
                || value.indexOf('/') >= 0
                || value.chars().anyMatch(Character::isISOControl)
                || value.length() > MAX_BYTES
                || value.getBytes(UTF_8).length > MAX_BYTES) {
            throw PortalException.invalidArgument("not a table name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
