package org.gatehouse.prompt.service;

import java.util.Map;
import java.util.function.Function;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.FileChooser;
import org.gatehouse.bus.Invocation;
import org.gatehouse.prompt.Turn;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileQuestion;
import org.gatehouse.prompt.files.FileScreen;
import org.gatehouse.protocol.ResponseCode;

/// Has the person pick files. Escape and a closed window are 1, as every other backend of the field
/// answers them; a question that is taken back is 2.
///
/// Threads: the sender's serial queue; the call is answered later, by whatever thread brings the
/// person's answer.
final class FileChooserFace implements FileChooser {

    private static final UInt32 LATER = new UInt32(ResponseCode.OTHER.value());

    private final OpenQuestions questions;
    private final FileScreen screen;

    FileChooserFace(OpenQuestions questions, FileScreen screen) {
        this.questions = questions;
        this.screen = screen;
    }

    @Override
    public OpenFileResult OpenFile(
            DBusPath handle,
            String app_id,
            String parent_window,
            String title,
            Map<String, Variant<?>> options) {
        ask(
                handle,
                FileOptions.openFile(app_id, parent_window, title, options),
                answer ->
                        new OpenFileResult(
                                FileResults.response(answer), FileResults.withWritable(answer)));
        return new OpenFileResult(LATER, Map.of());
    }

    @Override
    public SaveFileResult SaveFile(
            DBusPath handle,
            String app_id,
            String parent_window,
            String title,
            Map<String, Variant<?>> options) {
        ask(
                handle,
                FileOptions.saveFile(app_id, parent_window, title, options),
                answer -> new SaveFileResult(FileResults.response(answer), FileResults.of(answer)));
        return new SaveFileResult(LATER, Map.of());
    }

    @Override
    public SaveFilesResult SaveFiles(
            DBusPath handle,
            String app_id,
            String parent_window,
            String title,
            Map<String, Variant<?>> options) {
        ask(
                handle,
                FileOptions.saveFiles(app_id, parent_window, title, options),
                answer ->
                        new SaveFilesResult(FileResults.response(answer), FileResults.of(answer)));
        return new SaveFilesResult(LATER, Map.of());
    }

    @Override
    public String getObjectPath() {
        return PromptRole.PATH;
    }

    private void ask(DBusPath handle, FileQuestion question, Function<FileAnswer, Object> result) {
        var call = Invocation.current();
        var reply = call.detach();
        var turn =
                new Turn<FileAnswer>(
                        question.standing().appId(),
                        course -> screen.show(question, course),
                        new FileAnswer.Dismissed());
        questions.ask(
                handle.getPath(),
                call.sender(),
                turn,
                answer -> reply.complete(result.apply(answer)));
    }
}
