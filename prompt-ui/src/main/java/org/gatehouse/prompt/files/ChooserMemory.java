package org.gatehouse.prompt.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.protocol.FileUri;
import org.gatehouse.protocol.HostPath;

/// What is remembered from one window of an app to the next.
///
/// Shape: lines `key=value`; the folder as a URI, the size in pixels of the toolkit. What is
/// missing or cannot be understood is as if it had never been there.
///
/// @param folder where files were picked last
/// @param width 0 for the usual size
public record ChooserMemory(
        Optional<HostPath> folder, boolean grid, Order order, double width, double height) {

    private static final double LARGEST = 10_000;

    /// What a new person finds.
    public static ChooserMemory none() {
        return new ChooserMemory(Optional.empty(), false, Order.BY_NAME, 0, 0);
    }

    /// Reads what [#lines] wrote.
    public static ChooserMemory of(List<String> lines) {
        var values = new LinkedHashMap<String, String>();
        for (var line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return new ChooserMemory(
                FileUri.parse(values.getOrDefault("folder", "")),
                "grid".equals(values.get("view")),
                order(values.getOrDefault("order", "")),
                number(values, "width"),
                number(values, "height"));
    }

    /// One value in each line.
    public List<String> lines() {
        return List.of(
                "folder=" + folder.map(FileUri::of).orElse(""),
                "view=" + (grid ? "grid" : "list"),
                "order=" + word(order.column()) + (order.ascending() ? "" : " descending"),
                "width=" + Math.round(width),
                "height=" + Math.round(height));
    }

    private static String word(Order.Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private static Order order(String text) {
        for (var column : Order.Column.values()) {
            if (text.equals(word(column)) || text.equals(word(column) + " descending")) {
                return new Order(column, text.equals(word(column)));
            }
        }
        return Order.BY_NAME;
    }

    private static double number(Map<String, String> values, String key) {
        try {
            double number = Double.parseDouble(values.getOrDefault(key, "0"));
            return number > 0 && number < LARGEST ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
