package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;

/// `Bench GROUP [SIZE...]` measures a group on this session's bus; `Bench report FILE` compares.
///
/// Prints one line for each figure: its name, its unit and its value, separated by tabs.
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var group = arguments[0];
        if (group.equals("report")) {
            System.out.print(Report.of(Path.of(arguments[1])));
            return;
        }
        try (var bus = BusConnection.open(BusAddress.session(System.getenv()))) {
            switch (group) {
                case "base" -> BaseGroup.measure(bus);
                case "mount" -> MountGroup.measure(bus);
                case "portal" -> PortalGroup.measure(bus);
                case "store" -> StoreGroup.measure(bus, sizes(arguments));
                default -> throw new IllegalArgumentException(group);
            }
        }
    }

    private static List<Integer> sizes(String[] arguments) {
        return Stream.of(arguments).skip(1).map(Integer::valueOf).toList();
    }

    static void print(String name, String unit, double value) {
        System.out.printf("%s\t%s\t%.1f%n", name, unit, value);
    }
}
