package org.gatehouse.portal.window;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.role.XdgDirectories;

/// A local X display, from `DISPLAY` and `XAUTHORITY`.
///
/// A display of another machine is none: its server could not tell whose windows they are.
///
/// @param socket the server's
/// @param cookie `MIT-MAGIC-COOKIE-1`; empty if there is none
record X11Display(Path socket, byte[] cookie) {

    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d{1,5})(?:\\.\\d{1,3})?");
    private static final String COOKIE = "MIT-MAGIC-COOKIE-1";
    private static final int LOCAL_FAMILY = 256;
    private static final int ANY_FAMILY = 65_535;

    static Optional<X11Display> of(Map<String, String> environment) {
        var display = LOCAL.matcher(environment.getOrDefault("DISPLAY", ""));
        if (!display.matches()) {
            return Optional.empty();
        }
        var number = display.group(1);
        var socket = Path.of("/tmp/.X11-unix/X" + number);
        return Optional.of(new X11Display(socket, cookie(authority(environment), number)));
    }

    private static Path authority(Map<String, String> environment) {
        var named = environment.getOrDefault("XAUTHORITY", "");
        return named.startsWith("/")
                ? Path.of(named)
                : new XdgDirectories(environment).home().resolve(".Xauthority");
    }

    /// Source: libXau, `AuRead.c`: all numbers and lengths are 16 bits, the higher byte first.
    private static byte[] cookie(Path authority, String number) {
        if (!Files.isRegularFile(authority)) {
            return new byte[0];
        }
        try (var entries = new DataInputStream(Files.newInputStream(authority))) {
            while (entries.available() > 0) {
                int family = entries.readUnsignedShort();
                field(entries);
                var display = text(field(entries));
                var name = text(field(entries));
                var data = field(entries);
                boolean here = family == LOCAL_FAMILY || family == ANY_FAMILY;
                boolean ours = display.isEmpty() || display.equals(number);
                if (here && ours && name.equals(COOKIE)) {
                    return data;
                }
            }
        } catch (IOException e) {
            // a file that is cut short has no further entries
            return new byte[0];
        }
        return new byte[0];
    }

    private static byte[] field(DataInputStream entries) throws IOException {
        return entries.readNBytes(entries.readUnsignedShort());
    }

    private static String text(byte[] field) {
        return new String(field, StandardCharsets.ISO_8859_1);
    }
}
