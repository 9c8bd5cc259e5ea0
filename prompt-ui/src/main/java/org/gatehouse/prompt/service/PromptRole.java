package org.gatehouse.prompt.service;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.freedesktop.impl.portal.Access;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.NameOption;
import org.gatehouse.prompt.PromptQueue;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;

/// The prompt role: owns `org.freedesktop.impl.portal.desktop.gatehouse` and shows the dialogs.
///
/// Leaves by itself, with exit status 0, when nothing has been asked for a minute or the bus is
/// gone; 1 when another process takes the name over.
public final class PromptRole implements RunningRole {

    /// The bus name of Gatehouse's dialogs.
    public static final String NAME = "org.freedesktop.impl.portal.desktop.gatehouse";

    static final String PATH = "/org/freedesktop/portal/desktop";

    /// How long a call may be under way to a name that has just been given up.
    private static final int GRACE_MILLIS = 300;

    private final BusConnection bus;
    private final PromptQueue queue;
    private final EnumSet<NameOption> nameOptions;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile boolean leaving;

    private PromptRole(BusConnection bus, PromptScreen screen, boolean replace) {
        this.bus = bus;
        this.queue = new PromptQueue(screen);
        this.nameOptions =
                replace ? EnumSet.allOf(NameOption.class) : EnumSet.noneOf(NameOption.class);
    }

    /// Starts the role: the toolkit and the connection side by side, the name last.
    ///
    /// @throws RoleFailure 1 without a bus, without a display, or if the name is taken
    public static RunningRole start(RoleSettings settings) throws RoleFailure {
        var own = PromptSettings.of(settings);
        var screen =
                CompletableFuture.supplyAsync(
                        () -> Screens.open(own, settings), Thread.ofPlatform().daemon()::start);
        var bus = connect(settings);
        try {
            var role = new PromptRole(bus, screen.join(), settings.replace());
            role.serve(own);
            return role;
        } catch (CompletionException e) {
            bus.close();
            throw new RoleFailure(1, String.valueOf(e.getCause()));
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

    private void serve(PromptSettings settings) throws RoleFailure {
        var guard = new PortalOnly(bus);
        var idleness = new Idleness(settings.patience(), this::leave);
        var questions = new OpenQuestions(bus, queue, guard, idleness);
        var face = ExportedInterface.of(Access.class, new AccessFace(questions)).guardedBy(guard);
        bus.export(PATH, List.of(face));
        bus.peers().onOwnerChange(PortalOnly.PORTAL, (_, _) -> questions.dismissAll());
        bus.onNameLost(_ -> lost());
        bus.onClosed(() -> end(0));
        if (!bus.requestName(NAME, nameOptions)) {
            throw new RoleFailure(1, NAME + " is taken; use --replace to take it over");
        }
        idleness.free();
    }

    private void lost() {
        if (!leaving) {
            end(1);
        }
    }

    /// Gives the name up, and comes back if a question was under way at that moment: nobody is to
    /// be told that there is no answer because this process was about to go.
    private void leave() {
        leaving = true;
        bus.releaseName(NAME);
        CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS).execute(this::left);
    }

    private void left() {
        if (queue.isEmpty() || !bus.requestName(NAME, nameOptions)) {
            end(0);
        } else {
            leaving = false;
        }
    }

    private void end(int status) {
        leaving = true;
        queue.dismissAll();
        bus.close();
        ended.complete(status);
    }
}
