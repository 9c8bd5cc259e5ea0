package org.gatehouse.settings.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.freedesktop.Application;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.Page;

/// What a second start, a notification or a launcher tells the window.
///
/// Actions: `show-grant` with class, kind and app opens that grant; `show-deferred` the questions
/// that wait. Anything else only brings the window to the front.
final class ApplicationFace implements Application {

    private static final int WORDS_OF_A_GRANT = 3;

    private final Runnable raised;
    private final Consumer<Page> opened;

    ApplicationFace(Runnable raised, Consumer<Page> opened) {
        this.raised = raised;
        this.opened = opened;
    }

    @Override
    public void Activate(Map<String, Variant<?>> platform_data) {
        raised.run();
    }

    /// The window opens no files.
    @Override
    public void Open(List<String> uris, Map<String, Variant<?>> platform_data) {
        raised.run();
    }

    @Override
    public void ActivateAction(
            String action_name, List<Variant<?>> parameter, Map<String, Variant<?>> platform_data) {
        page(action_name, parameter).ifPresentOrElse(opened, raised);
    }

    static Optional<Page> page(String action, List<Variant<?>> parameters) {
        var words = parameters.stream().flatMap(each -> words(each.getValue()).stream()).toList();
        if (action.equals("show-deferred")) {
            return Optional.of(new Page.Waiting());
        }
        if (!action.equals("show-grant") || words.size() != WORDS_OF_A_GRANT) {
            return Optional.empty();
        }
        return Optional.of(new Page.App(new AppKey(words.get(1), words.get(2)), words.getFirst()));
    }

    /// The three words as three parameters, as an array or as a structure: the specification lets
    /// an action have one parameter, and callers differ in how they put three into it.
    private static List<String> words(Object value) {
        return switch (value) {
            case String word -> List.of(word);
            case List<?> words -> words.stream().map(String::valueOf).toList();
            case Object[] words -> List.of(words).stream().map(String::valueOf).toList();
            default -> List.of();
        };
    }

    @Override
    public String getObjectPath() {
        return SettingsRole.PATH;
    }
}
