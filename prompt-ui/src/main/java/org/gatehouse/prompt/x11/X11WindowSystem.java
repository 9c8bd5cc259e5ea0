package org.gatehouse.prompt.x11;

import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.prompt.Standing;
import org.gatehouse.prompt.WindowSystem;

/// Makes a window a proper dialog to an X11 desktop.
///
/// It is of type DIALOG and belongs to the app's window if that is really the app's. It takes the
/// focus only where nobody can be typing: when no window has it, or when the app's own window has
/// it and no key is down. Otherwise it appears without the focus and asks for attention. A notice
/// never takes it and does not ask for attention either; it lies above the other windows, since a
/// window manager puts what appears without the focus beneath the one that has it.
///
/// Threads: the toolkit's application thread.
public final class X11WindowSystem implements WindowSystem {

    private static final String NAME = "gatehouse-prompt";
    private static final String CLASS = "Gatehouse";
    private static final long ADD = 1;
    private static final long FROM_AN_APPLICATION = 1;

    private final String displayName;
    private final XDisplay display;
    private final ParentWindows parents;
    private final GtkWindows windows = new GtkWindows();

    private X11WindowSystem(String displayName, XDisplay display, ParentWindows parents) {
        this.displayName = displayName;
        this.display = display;
        this.parents = parents;
    }

    /// Links the native functions, which takes as long as the toolkit takes to start: to be called
    /// beside that, on another thread. Touches no server.
    public static void prepare() {
        try {
            Xlib.link();
            GtkWindows.link();
        } catch (IllegalArgumentException | LinkageError e) {
            // no X11 here, as connecting will find
        }
    }

    /// Connects to an X server. The toolkit has to be up.
    ///
    /// @param displayName as in `DISPLAY`
    /// @return a window system of which nothing is known if there is no such server
    public static WindowSystem connect(String displayName, ParentWindows parents) {
        return XDisplay.open(displayName)
                .<WindowSystem>map(display -> new X11WindowSystem(displayName, display, parents))
                .orElseGet(WindowSystem::unknown);
    }

    @Override
    public boolean beforeShowing(Standing standing, Consumer<Boolean> covered) {
        var parent = parents.verified(display, displayName, standing);
        boolean mayTakeFocus = standing.manner() != Manner.NOTICE && mayTakeFocus(parent);
        windows.beforeMapping(window -> {
            describe(window, parent, mayTakeFocus);
            VisibilityWatch.start(displayName, window, covered);
        });
        return mayTakeFocus;
    }

    @Override
    public void afterShowing(long window, Standing standing, boolean mayTakeFocus) {
        // The window manager listens only to windows that it has been told of.
        windows.flush();
        switch (standing.manner()) {
            case NOTICE -> addState(window, "_NET_WM_STATE_ABOVE");
            case MODELESS -> attract(window, mayTakeFocus);
            case MODAL -> {
                attract(window, mayTakeFocus);
                if (display.firstLong(window, "WM_TRANSIENT_FOR").isPresent()) {
                    addState(window, "_NET_WM_STATE_MODAL");
                }
            }
        }
    }

    private void attract(long window, boolean hasFocus) {
        if (!hasFocus) {
            addState(window, "_NET_WM_STATE_DEMANDS_ATTENTION");
        }
    }

    private void describe(long window, Optional<Long> parent, boolean mayTakeFocus) {
        parent.ifPresent(id -> display.setLongs(window, "WM_TRANSIENT_FOR", "WINDOW", id));
        long dialog = display.atom("_NET_WM_WINDOW_TYPE_DIALOG");
        display.setLongs(window, "_NET_WM_WINDOW_TYPE", "ATOM", dialog);
        display.setText(window, "WM_CLASS", NAME + "\0" + CLASS + "\0");
        display.setLongs(window, "_NET_WM_PID", "CARDINAL", ProcessHandle.current().pid());
        if (!mayTakeFocus) {
            display.setLongs(window, "_NET_WM_USER_TIME", "CARDINAL", 0);
        }
        // The toolkit maps the window over another connection: first all of this, then that.
        display.sync();
    }

    /// A window manager may leave a closed window in `_NET_ACTIVE_WINDOW`.
    private boolean mayTakeFocus(Optional<Long> parent) {
        var active =
                display.firstLong(display.root(), "_NET_ACTIVE_WINDOW")
                        .filter(window -> window != 0 && display.isViewable(window));
        return active.isEmpty() || (active.equals(parent) && !display.isKeyDown());
    }

    private void addState(long window, String state) {
        display.ask(window, "_NET_WM_STATE", ADD, display.atom(state), 0, FROM_AN_APPLICATION, 0);
    }
}
