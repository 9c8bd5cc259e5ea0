package org.gatehouse.prompt.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.Background;
import org.gatehouse.bus.Invocation;
import org.gatehouse.prompt.Answer;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.ResponseCode;

/// Says which apps have windows, and tells the person of an app that has none.
///
/// Threads: the sender's serial queue; calls are answered later, by the thread that knows.
final class BackgroundFace implements Background {

    private static final NotifyBackgroundResult LATER = result(new Answer.Dismissed());

    private final OpenQuestions questions;
    private final Notices notices;
    private final AppWatch apps;

    BackgroundFace(OpenQuestions questions, Notices notices, AppWatch apps) {
        this.questions = questions;
        this.notices = notices;
        this.apps = apps;
    }

    @Override
    public Map<String, Variant<?>> GetAppState() {
        apps.answer(Invocation.current().detach());
        return Map.of();
    }

    @Override
    public NotifyBackgroundResult NotifyBackground(DBusPath handle, String app_id, String name) {
        var call = Invocation.current();
        var reply = call.detach();
        questions.ask(
                handle.getPath(),
                call.sender(),
                notices.runsInTheBackground(app_id, name),
                answer -> reply.complete(result(answer)));
        return LATER;
    }

    @Override
    public boolean EnableAutostart(
            String app_id, boolean enable, List<String> commandline, UInt32 flags) {
        throw PortalException.failed(
                "EnableAutostart is not supported: portals write autostart files themselves");
    }

    @Override
    public String getObjectPath() {
        return PromptRole.PATH;
    }

    private static NotifyBackgroundResult result(Answer answer) {
        int wish =
                switch (answer) {
                    case Answer.Denied() -> 0;
                    case Answer.Allowed _ -> 1;
                    case Answer.Dismissed() -> 2;
                };
        return new NotifyBackgroundResult(
                new UInt32(ResponseCode.SUCCESS.value()),
                Map.of("result", new Variant<>(new UInt32(wish))));
    }
}
