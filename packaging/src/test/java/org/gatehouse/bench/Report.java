package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lines of several rounds and implementations as one table of medians.
///
/// Input: implementation, figure, unit, value, separated by tabs.
final class Report {

    private static final String REFERENCE = "C";
    private static final String OURS = "Gatehouse";

    /// It did not come to its end, as its messages say.
    private static final String NONE = "–";

    private Report() {}

    static String of(Path file) throws IOException {
        Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();
        for (var line : Files.readAllLines(file)) {
            var parts = line.split("\t");
            figures.computeIfAbsent(parts[1] + "\t" + parts[2], _ -> new LinkedHashMap<>())
                    .computeIfAbsent(parts[0], _ -> new ArrayList<>())
                    .add(Double.valueOf(parts[3]));
        }
        var table =
                new StringBuilder(
                        "| figure | unit | C | Gatehouse | Gatehouse : C |\n| --- | --- | ---: | ---: | ---: |\n");
        figures.forEach((figure, values) -> table.append(row(figure, values)));
        return table.toString();
    }

    private static String row(String figure, Map<String, List<Double>> values) {
        var reference = median(values.getOrDefault(REFERENCE, List.of()));
        var ours = median(values.getOrDefault(OURS, List.of()));
        return "| %s | %s | %s | %s |%n"
                .formatted(
                        figure.replace("\t", " | "),
                        number(reference),
                        number(ours),
                        Double.isNaN(ours / reference) ? NONE : "%.2f".formatted(ours / reference));
    }

    private static double median(List<Double> values) {
        return values.isEmpty()
                ? Double.NaN
                : values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return value < 100 ? "%.1f".formatted(value) : "%.0f".formatted(value);
    }
}
