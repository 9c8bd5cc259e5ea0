package org.gatehouse.prompt.service;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.impl.portal.Access;
import org.freedesktop.impl.portal.Background;
import org.freedesktop.impl.portal.Background.RunningApplicationsChanged;
import org.freedesktop.impl.portal.FileChooser;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.NameOption;
import org.gatehouse.prompt.PromptQueue;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.files.FileScreen;
import org.gatehouse.prompt.running.RunningApps;
import org.gatehouse.prompt.x11.XWindows;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The prompt role: owns `org.freedesktop.impl.portal.desktop.gatehouse`, shows the dialogs and the
/// notices, and says which apps have windows.
///
/// Leaves by itself, with exit status 0, when it has not been needed for a minute or the bus is
/// gone; 1 when another process takes the name over or the display cannot be used.
public final class PromptRole implements RunningRole {

    /// The bus name of Gatehouse's dialogs.
    public static final String NAME = "org.freedesktop.impl.portal.desktop.gatehouse";

    static final String PATH = "/org/freedesktop/portal/desktop";

    private static final Logger LOG = LoggerFactory.getLogger(PromptRole.class);

    /// How long a call may be under way to a name that has just been given up.
    private static final int GRACE_MILLIS = 300;

    private static final int UNDECIDED = -1;

    private final BusConnection bus;
    private final PromptSettings own;
    private final LateScreen windows;
    private final PromptQueue queue;
    private final AppWatch running;
    private final Idleness idleness;
    private final InstalledApps installed;
    private final EnumSet<NameOption> nameOptions;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final AtomicInteger reason = new AtomicInteger(UNDECIDED);
    private volatile boolean leaving;

    private PromptRole(BusConnection bus, PromptSettings own, RoleSettings settings) {
        var environment = settings.environment();
        var open = XWindows.of(environment);
        this.bus = bus;
        this.own = own;
        installed = new InstalledApps(environment);
        windows = new LateScreen(() -> Screens.windows(own, settings, installed), this::fail);
        queue = new PromptQueue(screen());
        running =
                new AppWatch(
                        open,
                        new RunningApps(open, settings.directories().runtimeDir()),
                        this::tellChange);
        idleness = new Idleness(own.patience(), this::leave);
        nameOptions =
                settings.replace()
                        ? EnumSet.allOf(NameOption.class)
                        : EnumSet.noneOf(NameOption.class);
    }

    /// Starts the role; the toolkit starts with the first window.
    ///
    /// @throws RoleFailure 1 without a bus, without a display, or if the name is taken
    public static RunningRole start(RoleSettings settings) throws RoleFailure {
        var own = PromptSettings.of(settings);
        Screens.check(own);
        var bus = connect(settings);
        try {
            var role = new PromptRole(bus, own, settings);
            role.serve();
            return role;
        } catch (RoleFailure e) {
            bus.close();
            throw e;
        }
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    @Override
    public void close() {
        end(0);
    }

    private static BusConnection connect(RoleSettings settings) throws RoleFailure {
        try {
            return BusConnection.open(BusAddress.session(settings.environment()));
        } catch (BusException e) {
            throw new RoleFailure(1, String.valueOf(e.getMessage()));
        }
    }

    /// A script answers everything by itself.
    private PromptScreen screen() {
        var notifications = new DesktopNotifications(bus, installed);
        return own.script()
                .<PromptScreen>map(ScriptedScreen::new)
                .orElseGet(() -> new NoticeScreen(windows, notifications, own.noticePatience()));
    }

    private FileScreen fileScreen() {
        return own.script().<FileScreen>map(ScriptedFiles::new).orElse(windows);
    }

    private void serve() throws RoleFailure {
        var guard = new PortalOnly(bus);
        var questions = new OpenQuestions(bus, queue, guard, idleness);
        var files = new FileChooserFace(questions, fileScreen());
        var background = new BackgroundFace(questions, new Notices(installed), running);
        bus.export(
                PATH,
                List.of(
                        ExportedInterface.of(Access.class, new AccessFace(questions))
                                .guardedBy(guard),
                        ExportedInterface.of(Background.class, background).guardedBy(guard),
                        ExportedInterface.of(FileChooser.class, files).guardedBy(guard)));
        bus.peers().onOwnerChange(PortalOnly.PORTAL, (_, _) -> questions.dismissAll());
        bus.onNameLost(_ -> lost());
        bus.onClosed(() -> end(0));
        if (!bus.requestName(NAME, nameOptions)) {
            throw new RoleFailure(1, NAME + " is taken; use --replace to take it over");
        }
        idleness.free();
    }

    private void tellChange() {
        bus.emit(PATH, new RunningApplicationsChanged());
    }

    private void lost() {
        if (!leaving) {
            end(1);
        }
    }

    private void fail(Throwable reason) {
        LOG.error("the windows cannot be shown: {}", String.valueOf(reason.getCause()));
        end(1);
    }

    /// Gives the name up, and comes back if a question was under way at that moment: nobody is to
    /// be told that there is no answer because this process was about to go.
    private void leave() {
        if (ended.isDone() || !queue.isEmpty()) {
            return; // when the question has ended, the wait begins anew
        }
        boolean needed = running.isNeeded() && isPortalThere();
        if (needed && !windows.isOpen()) {
            idleness.free();
            return;
        }
        long asked = running.asked();
        leaving = true;
        if (needed) {
            // The portal asks again, which makes the bus start a process without the toolkit.
            tellChange();
        }
        bus.releaseName(NAME);
        CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> left(asked));
    }

    private boolean isPortalThere() {
        return bus.peers().owner(PortalOnly.PORTAL).isPresent();
    }

    private void left(long askedBefore) {
        boolean unused = queue.isEmpty() && running.asked() == askedBefore;
        if (unused || !bus.requestName(NAME, nameOptions)) {
            end(0);
        } else {
            leaving = false;
            if (queue.isEmpty()) {
                idleness.free();
            }
        }
    }

    private void end(int status) {
        leaving = true;
        // closing the bus ends the role as well, and must not change why it ends
        reason.compareAndSet(UNDECIDED, status);
        queue.dismissAll();
        bus.close();
        ended.complete(reason.get());
    }
}
