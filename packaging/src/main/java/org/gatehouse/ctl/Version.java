package org.gatehouse.ctl;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// The version of this build; looked up only for the person who asks.
final class Version {

    private static final String FILE = "/org/gatehouse/launcher/version.properties";

    private Version() {}

    static String ours() {
        try (var in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("the jar has no version");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
