package org.gatehouse.portal.background;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.AppIdentity.Unknown;
import org.gatehouse.protocol.SandboxKind;

/// One instance as it was seen at one look.
///
/// @param state empty where nobody can tell which apps have windows
record Sight(Instance instance, Optional<WindowState> state) {

    /// @param states of the apps that the backend knows; the others have no window
    static Sight of(Instance instance, Optional<Map<String, WindowState>> states) {
        return new Sight(
                instance,
                states.map(known ->
                        known.getOrDefault(instance.app().value(), WindowState.BACKGROUND)));
    }

    boolean isWithoutWindow() {
        return state.filter(WindowState.BACKGROUND::equals).isPresent();
    }

    boolean isSandboxed() {
        return instance.identity() instanceof Sandboxed;
    }

    /// Whether something may be done about its having no window.
    ///
    /// A backend of somebody else's may call a snap or a Linyaps app by another name than we do,
    /// and so tell of no window where there is one. What was installed to run as a service has
    /// none.
    ///
    /// @param trusted whether the backend is our own
    boolean isToBeJudged(boolean trusted) {
        boolean named =
                switch (instance.identity()) {
                    case Sandboxed app when app.kind() == SandboxKind.FLATPAK -> true;
                    case Sandboxed _, Host _ -> trusted;
                    case Unknown _ -> false;
                };
        boolean service = instance instanceof UnitInstance unit && unit.isService();
        return named && !service && isWithoutWindow();
    }
}
