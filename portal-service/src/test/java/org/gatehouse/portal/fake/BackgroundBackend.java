package org.gatehouse.portal.fake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.Background;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.protocol.PortalException;

/// A desktop's backend that tells which apps have windows.
public final class BackgroundBackend implements AutoCloseable {

    /// Its bus name.
    public static final String NAME = "org.freedesktop.impl.portal.desktop.windows";

    private static final String PATH = "/org/freedesktop/portal/desktop";

    private final BusConnection bus;
    private final Map<String, Variant<?>> states = new ConcurrentHashMap<>();

    /// Serves on this connection, which is closed with it.
    public BackgroundBackend(BusConnection bus) {
        this.bus = bus;
        bus.export(PATH, List.of(ExportedInterface.of(Background.class, new Face())));
        bus.requestName(NAME, Set.of());
    }

    /// Says how an app is: 0 no window, 1 a window, 2 in the foreground.
    public void state(String app, int state) {
        states.put(app, new Variant<>(new UInt32(state)));
        bus.emit(PATH, new Background.RunningApplicationsChanged());
    }

    /// Has nobody serve any longer, as when it crashed.
    public void leave() {
        bus.releaseName(NAME);
    }

    private final class Face implements Background {
        @Override
        public Map<String, Variant<?>> GetAppState() {
            return Map.copyOf(states);
        }

        @Override
        public NotifyBackgroundResult NotifyBackground(
                DBusPath handle, String app_id, String name) {
            throw PortalException.notAllowed("not here");
        }

        @Override
        public boolean EnableAutostart(
                String app_id, boolean enable, List<String> commandline, UInt32 flags) {
            throw PortalException.notAllowed("not here");
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    @Override
    public void close() {
        bus.close();
    }
}
