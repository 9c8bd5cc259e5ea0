package org.gatehouse.prompt.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.Access;
import org.gatehouse.bus.Invocation;
import org.gatehouse.prompt.Answer;
import org.gatehouse.protocol.ResponseCode;

/// Asks the person whether something is allowed.
///
/// Threads: the sender's serial queue; the call is answered later, by whatever thread brings the
/// person's answer.
final class AccessFace implements Access {

    private static final AccessDialogResult LATER = response(ResponseCode.OTHER);

    private final OpenQuestions questions;

    AccessFace(OpenQuestions questions) {
        this.questions = questions;
    }

    @Override
    public AccessDialogResult AccessDialog(
            DBusPath handle,
            String app_id,
            String parent_window,
            String title,
            String subtitle,
            String body,
            Map<String, Variant<?>> options) {
        var prompt = AccessOptions.of(options).prompt(app_id, parent_window, title, subtitle, body);
        var call = Invocation.current();
        var reply = call.detach();
        questions.ask(
                handle.getPath(), call.sender(), prompt, answer -> reply.complete(result(answer)));
        return LATER;
    }

    @Override
    public String getObjectPath() {
        return PromptRole.PATH;
    }

    private static AccessDialogResult result(Answer answer) {
        return switch (answer) {
            case Answer.Allowed(var choices) -> allowed(choices);
            case Answer.Denied() -> response(ResponseCode.CANCELLED);
            case Answer.Dismissed() -> response(ResponseCode.OTHER);
        };
    }

    private static AccessDialogResult allowed(List<Answer.Selection> choices) {
        var pairs =
                choices.stream()
                        .map(selection -> new Object[] {selection.choice(), selection.option()})
                        .toList();
        return new AccessDialogResult(
                new UInt32(ResponseCode.SUCCESS.value()),
                Map.of("choices", new Variant<>(pairs, "a(ss)")));
    }

    private static AccessDialogResult response(ResponseCode code) {
        return new AccessDialogResult(new UInt32(code.value()), Map.of());
    }
}
