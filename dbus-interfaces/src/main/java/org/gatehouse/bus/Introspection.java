package org.gatehouse.bus;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.bus.InterfaceTable.Argument;

/// Describes what is served at a path, in the introspection format.
///
/// Source: D-Bus specification, "Introspection Data Format".
final class Introspection {

    private static final String HEAD =
            """
            <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
            <node>
            """;

    private final StringBuilder xml = new StringBuilder(HEAD);

    private Introspection() {}

    /// @param children names of the nodes below
    static String of(Collection<InterfaceTable> tables, List<String> children) {
        var description = new Introspection();
        tables.forEach(description::describe);
        children.forEach(
                child -> description.xml.append("  <node name=\"").append(child).append("\"/>\n"));
        return description.xml.append("</node>\n").toString();
    }

    private void describe(InterfaceTable table) {
        open("interface", table.name());
        table.methods().forEach((name, method) -> method(name, method.in(), method.out()));
        table.signals().forEach((name, signal) -> signal(name, signal.arguments()));
        table.properties()
                .forEach((name, property) ->
                        element(
                                "property",
                                Map.of(
                                        "name", name,
                                        "type", property.argument().type().signature(),
                                        "access",
                                                property.access()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace("_", ""))));
        xml.append("  </interface>\n");
    }

    private void method(String name, List<Argument> in, List<Argument> out) {
        open("method", name);
        in.forEach(argument -> argument(argument, "in"));
        out.forEach(argument -> argument(argument, "out"));
        xml.append("    </method>\n");
    }

    private void signal(String name, List<Argument> arguments) {
        open("signal", name);
        arguments.forEach(argument -> argument(argument, ""));
        xml.append("    </signal>\n");
    }

    private void open(String kind, String name) {
        xml.append(kind.equals("interface") ? "  <" : "    <")
                .append(kind)
                .append(" name=\"")
                .append(name)
                .append("\">\n");
    }

    private void argument(Argument argument, String direction) {
        xml.append("  ");
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("type", argument.type().signature());
        attributes.put("name", argument.name());
        attributes.put("direction", direction);
        element("arg", attributes);
    }

    private void element(String kind, Map<String, String> attributes) {
        xml.append("    <").append(kind);
        attributes.forEach((name, value) -> {
            if (!value.isEmpty()) {
                xml.append(' ').append(name).append("=\"").append(value).append('"');
            }
        });
        xml.append("/>\n");
    }
}
