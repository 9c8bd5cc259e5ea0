package org.gatehouse.bus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.protocol.PortalException;

/// What every object answers: `Peer`, `Introspectable` and `Properties`.
///
/// Source: D-Bus specification, "Standard Interfaces".
final class StandardInterfaces {

    /// Answers at every path, served or not.
    @DBusInterfaceName("org.freedesktop.DBus.Peer")
    interface Peer {
        void Ping();

        @Out("machine_uuid")
        String GetMachineId();
    }

    /// Answers at every path that is served or leads to one.
    @DBusInterfaceName("org.freedesktop.DBus.Introspectable")
    interface Introspectable {
        @Out("xml_data")
        String Introspect();
    }

    /// Answers at every path that is served or leads to one.
    @DBusInterfaceName("org.freedesktop.DBus.Properties")
    interface Properties {
        @Out("value")
        Variant<?> Get(String interface_name, String property_name);

        @Out("properties")
        Map<String, Variant<?>> GetAll(String interface_name);

        void Set(String interface_name, String property_name, Variant<?> value);

        record PropertiesChanged(
                String interface_name,
                Map<String, Variant<?>> changed_properties,
                List<String> invalidated_properties)
                implements BusSignal {}
    }

    private static final List<Path> MACHINE_IDS =
            List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

    private final ObjectTree objects;
    private final Map<String, ExportedInterface<?>> interfaces = new LinkedHashMap<>();

    StandardInterfaces(ObjectTree objects) {
        this.objects = objects;
        add(ExportedInterface.of(Peer.class, new PeerFace()));
        add(ExportedInterface.of(Introspectable.class, this::introspect));
        add(ExportedInterface.of(Properties.class, new PropertiesFace()));
    }

    private void add(ExportedInterface<?> added) {
        interfaces.put(added.table().name(), added.inline());
    }

    /// Interface name → interface.
    Map<String, ExportedInterface<?>> all() {
        return interfaces;
    }

    private String introspect() {
        var path = Invocation.current().path();
        var tables =
                Stream.concat(interfaces.values().stream(), objects.at(path).values().stream())
                        .map(ExportedInterface::table)
                        .toList();
        return Introspection.of(tables, objects.children(path));
    }

    private static final class PeerFace implements Peer {
        @Override
        public void Ping() {}

        @Override
        public String GetMachineId() {
            return MACHINE_IDS.stream()
                    .filter(Files::isReadable)
                    .findFirst()
                    .map(PeerFace::read)
                    .orElseThrow(() -> PortalException.dbusFailed("this machine has no id"));
        }

        private static String read(Path file) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw PortalException.dbusFailed("the machine's id cannot be read");
            }
        }
    }

    private final class PropertiesFace implements Properties {

        @Override
        public Variant<?> Get(String interface_name, String property_name) {
            var served = served(interface_name);
            if (served.shape(property_name).access() == Access.WRITE) {
                throw PortalException.dbusFailed("the property cannot be read");
            }
            return value(served, property_name);
        }

        @Override
        public Map<String, Variant<?>> GetAll(String interface_name) {
            var served = served(interface_name);
            var values = new LinkedHashMap<String, Variant<?>>();
            for (var name : served.properties().keySet()) {
                if (served.shape(name).access() != Access.WRITE) {
                    values.put(name, value(served, name));
                }
            }
            return values;
        }

        @Override
        public void Set(String interface_name, String property_name, Variant<?> value) {
            var served = served(interface_name);
            var shape = served.shape(property_name);
            var setter = served.property(property_name).setter();
            if (shape.access() == Access.READ || setter == null) {
                throw new Refusal(Errors.PROPERTY_READ_ONLY, property_name + " cannot be written");
            }
            if (!value.getSig().equals(shape.argument().type().signature())) {
                throw new WireException(property_name + " is of another type");
            }
            setter.accept(value.getValue());
        }

        private ExportedInterface<?> served(String name) {
            var found = objects.at(Invocation.current().path()).get(name);
            if (found == null) {
                throw new Refusal(Errors.UNKNOWN_INTERFACE, "No such interface " + name);
            }
            return found;
        }

        private Variant<?> value(ExportedInterface<?> served, String name) {
            return new Variant<>(
                    served.property(name).getter().get(),
                    served.shape(name).argument().type().signature());
        }
    }
}
