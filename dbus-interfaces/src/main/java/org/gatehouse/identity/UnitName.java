package org.gatehouse.identity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.protocol.AppId;

/// Reads the app id in the name of a systemd unit.
///
/// Shape: `app[-LAUNCHER]-ID-RANDOM.scope` or `.slice`, `app[-LAUNCHER]-ID[@RANDOM].service`, each
/// part escaped by systemd's rule, so that a `-` is always a separator. Source: systemd, "Desktop
/// Environment Integration".
final class UnitName {

    private UnitName() {}

    static Optional<AppId> app(String unit) {
        int dot = unit.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var parts = unit.substring(0, dot).split("-", -1);
        return switch (unit.substring(dot + 1)) {
            case "scope", "slice" -> id(parts, 1);
            case "service" -> id(parts, 0);
            default -> Optional.empty();
        };
    }

    private static Optional<AppId> id(String[] parts, int behind) {
        int index = parts.length - 1 - behind;
        if (!parts[0].equals("app") || index < 1 || index > 2) {
            return Optional.empty();
        }
        return AppId.parse(unescaped(parts[index].split("@", 2)[0]));
    }

    /// `\x2d` → `-`; what is not understood stays and is no app id then.
    private static String unescaped(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i) && isHexadecimal(text, i + 2)) {
                bytes.write(Integer.parseInt(text, i + 2, i + 4, 16));
                i += 3;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHexadecimal(String text, int start) {
        return start + 2 <= text.length()
                && Character.digit(text.charAt(start), 16) >= 0
                && Character.digit(text.charAt(start + 1), 16) >= 0;
    }
}
