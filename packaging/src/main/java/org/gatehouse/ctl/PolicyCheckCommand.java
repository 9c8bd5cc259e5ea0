package org.gatehouse.ctl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.TomlException;
import org.gatehouse.ctl.text.Style;
import org.gatehouse.policy.PolicyFile;
import org.gatehouse.policy.PolicyLayer;
import org.gatehouse.role.XdgDirectories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads files of policy without putting them in force. Needs no running service.
@Command(
        name = "check",
        description = "Read files of policy and tell their mistakes; nothing is put in force.",
        footer = {"", "Ends with 1 if one of them is broken."})
final class PolicyCheckCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    private List<Path> files = List.of();

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            completionCandidates = Layers.class,
            description =
                    "As if it lay there: vendor, administrator or user. Default: by its place")
    private String layer = "";

    @Mixin private Format format = new Format();

    PolicyCheckCommand(Context context) {
        this.context = context;
    }

    /// What may be typed.
    static final class Layers extends Words {
        Layers() {
            super(Stream.of(PolicyLayer.values()).map(PolicyLayer::label).toList());
        }
    }

    @Override
    public Integer call() {
        var directories = new XdgDirectories(context.service().environment());
        var catalogue = new Catalogue(directories);
        var results =
                files.stream()
                        .map(file -> check(file, layerOf(file, directories), catalogue))
                        .toList();
        if (format.isJson()) {
            context.screen().json(results);
        } else {
            results.forEach(this::show);
        }
        boolean good = results.stream().allMatch(each -> "".equals(each.get("error")));
        return good ? ExitStatus.FINE.number() : ExitStatus.FAILED.number();
    }

    private PolicyLayer layerOf(Path file, XdgDirectories directories) {
        if (layer.isEmpty()) {
            return PolicyLayer.of(file, directories).orElse(PolicyLayer.USER);
        }
        return Stream.of(PolicyLayer.values())
                .filter(each -> each.label().equals(layer))
                .findFirst()
                .orElseThrow(() -> Failure.usage("no such layer: " + layer));
    }

    private static Map<String, Object> check(Path file, PolicyLayer layer, Catalogue catalogue) {
        var result = new LinkedHashMap<String, Object>();
        result.put("file", file.toString());
        result.put("layer", layer.label());
        result.put("error", "");
        result.put("rules", 0);
        result.put("warnings", new ArrayList<String>());
        try {
            var read = PolicyFile.parse(file, layer, catalogue);
            result.put("rules", read.rules().size());
            result.put("warnings", read.warnings());
        } catch (TomlException e) {
            result.put("error", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            result.put("error", "cannot be read: " + e.getMessage());
        }
        return result;
    }

    private void show(Map<String, Object> result) {
        var screen = context.screen();
        var error = String.valueOf(result.get("error"));
        if (!error.isEmpty()) {
            screen.say("broken", Style.BAD, "   " + result.get("file") + ": " + error);
            return;
        }
        var what =
                "%s: %s rules, as %s"
                        .formatted(result.get("file"), result.get("rules"), result.get("layer"));
        screen.say("good", Style.GOOD, "     " + what);
        if (result.get("warnings") instanceof List<?> warnings) {
            warnings.forEach(each -> screen.say("warning", Style.WARNING, "  " + each));
        }
    }
}
