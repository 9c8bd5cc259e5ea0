package org.gatehouse.protocol;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// How the paths of requests and sessions are made. Threads: any.
final class HandlePaths {

    private static final Pattern UNIQUE_NAME = Pattern.compile(":[A-Za-z0-9_.-]{1,254}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 8;

    private HandlePaths() {}

    /// The path below `root` for a token of `sender`.
    ///
    /// @throws IllegalArgumentException if `sender` is not a unique name; the bus gives no other
    static String of(String root, String sender, HandleToken token) {
        if (!UNIQUE_NAME.matcher(sender).matches()) {
            throw new IllegalArgumentException("not a unique name: " + sender);
        }
        // a bus may use '-' in a unique name, an object path may not
        var element = sender.substring(1).replace('.', '_').replace('-', '_');
        return root + element + "/" + token;
    }

    /// The same path with one more element, for a token that is taken.
    static String distinct(String path) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return path + "/" + HexFormat.of().formatHex(random);
    }
}
