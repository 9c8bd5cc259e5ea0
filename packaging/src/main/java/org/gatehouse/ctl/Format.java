package org.gatehouse.ctl;

import picocli.CommandLine.Option;

/// The choice between a table and JSON.
final class Format {

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    boolean isJson() {
        return json;
    }
}
