package org.gatehouse.endtoend;

import java.nio.file.Path;

/// Where the build put what is tested, and the scripts beside it.
final class Image {

    /// The module's folder: `packaging/`.
    static final Path PACKAGING = Path.of("").toAbsolutePath();

    private static final Path TARGET = PACKAGING.resolve("target");

    /// The runnable image.
    static final Path ROOT = TARGET.resolve("gatehouse");

    static final String SERVICE = ROOT.resolve("bin/gatehouse").toString();
    static final String STORE = ROOT.resolve("libexec/gatehouse-permission-store").toString();
    static final String DOCUMENTS = ROOT.resolve("libexec/gatehouse-document-portal").toString();
    static final String PORTAL = ROOT.resolve("libexec/gatehouse-portal").toString();
    static final String PROMPT = ROOT.resolve("libexec/gatehouse-prompt").toString();

    private Image() {}

    /// A launcher with the test identity enabled.
    static String testing(String name) {
        return TARGET.resolve("gatehouse-testing/libexec").resolve(name).toString();
    }

    static String script(String name) {
        return PACKAGING.resolve(name).toString();
    }
}
