package org.gatehouse.portal.filechooser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.testing.App;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileChooserPortalTest {

    private static final String INVALID = "org.freedesktop.portal.Error.InvalidArgument";

    private Chooser chooser;
    private App host;

    @BeforeEach
    void openASession() {
        chooser = Chooser.open();
        host = chooser.session().host();
    }

    @AfterEach
    void closeIt() {
        chooser.close();
    }

    @Nested
    class ABadOption {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'handle_token': <'a/b'>",
                    "'accept_label': <7>",
                    "'modal': <'yes'>",
                    "'multiple': <1>",
                    "'directory': <'no'>",
                    "'filters': <[('', [(uint32 0, '*.png')])]>",
                    "'filters': <[('Pictures', @a(us) [])]>",
                    "'filters': <[('Pictures', [(uint32 0, '')])]>",
                    "'filters': <[('Pictures', [(uint32 2, '*.png')])]>",
                    "'filters': <['Pictures']>",
                    "'filters': <[('A', [(uint32 0, 'a')])]>, 'current_filter': <('B', [(uint32 0, 'a')])>",
                    "'choices': <[('', 'Label', @a(ss) [], '')]>",
                    "'choices': <[('id', '', @a(ss) [], '')]>",
                    "'choices': <[('id', 'Label', [('a', 'A')], 'b')]>",
                    "'choices': <[('id', 'Label', [('', 'A')], '')]>",
                    "'choices': <[('id', 'Label', [('a', '')], '')]>",
                    "'choices': <[('id', 'Label', @a(ss) [], 'maybe')]>"
                })
        void isAnErrorOfTheCallAndShowsNothing(String options) {
            var answer = chooser.call(host, "OpenFile", options);

            assertThat(answer.error()).isEqualTo(INVALID);
            assertThat(chooser.backend().count()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"b''", "b'.'", "b'..'", "b'a/b'"})
        void isANameThatIsNone(String name) {
            var answer = chooser.call(host, "SaveFiles", "'files': <[" + name + "]>");

            assertThat(answer.error()).isEqualTo(INVALID);
        }

        @Test
        void isMoreThan256Filters() {
            var filters = String.join(",", Collections.nCopies(257, "('A', [(uint32 0, 'a')])"));

            var answer = chooser.call(host, "OpenFile", "'filters': <[" + filters + "]>");

            assertThat(answer.error()).isEqualTo(INVALID);
        }
    }

    @Nested
    class AHostProgram {

        @Test
        void getsTheUrisAsTheyAre() {
            assertThat(chooser.picked(host, "OpenFile", "", "file:///tmp/a%20b"))
                    .contains("(0, {", "'uris': <['file:///tmp/a%20b']>");
        }

        @Test
        void getsOnlyFiles() {
            var response =
                    chooser.picked(
                            host, "OpenFile", "'multiple': <true>", "http://x/y", "file:///tmp/a");

            assertThat(response).contains("'uris': <['file:///tmp/a']>");
        }

        @Test
        void getsOneWhereItSavesOne() {
            assertThat(chooser.picked(host, "SaveFile", "", "file:///tmp/a", "file:///tmp/b"))
                    .contains("'uris': <['file:///tmp/a']>");
        }

        @Test
        void getsNothingWhereNothingWasPickedThatIsAFile() {
            assertThat(chooser.picked(host, "OpenFile", "", "http://x/y"))
                    .contains("(2, {", "'uris': <@as []>");
        }

        @Test
        void getsOneForEachNameInTheirOrder() {
            var names = "'files': <[b'one', b'two']>";

            assertThat(chooser.picked(host, "SaveFiles", names, "file:///t/one", "file:///t/two"))
                    .contains("(0, {", "['file:///t/one', 'file:///t/two']");
        }

        @Test
        void getsNothingWhereAFileIsMissing() {
            var names = "'files': <[b'one', b'two']>";

            assertThat(chooser.picked(host, "SaveFiles", names, "file:///t/one"))
                    .contains("(2, {", "'uris': <@as []>");
        }

        @Test
        void isToldWhenThePersonCancels() {
            var handle = chooser.call(host, "OpenFile", "").path();

            chooser.backend().next().answer(1, Map.of());

            assertThat(host.fullResponse(handle)).contains("(1, {'uris': <@as []>}");
        }

        @Test
        void isToldWhenTheBackendGoes() {
            var handle = chooser.call(host, "OpenFile", "").path();
            chooser.backend().next();

            chooser.backend().close();

            assertThat(host.response(handle)).isEqualTo(2);
        }
    }

    @Nested
    class TheBackend {

        @Test
        void getsWhatIsSpecifiedAndNothingElse() {
            chooser.call(
                            host,
                            "SaveFile",
                            "'accept_label': <'_Keep'>, 'modal': <false>, 'current_name': <'a'>,"
                                    + " 'current_folder': <b'/tmp'>, 'current_file': <b'/tmp/a'>,"
                                    + " 'directory': <true>, 'surprise': <1>")
                    .path();

            var window = chooser.backend().next();

            assertThat(window.method()).isEqualTo("SaveFile");
            assertThat(window.title()).isEqualTo("Pick");
            assertThat(window.options().keySet())
                    .containsExactlyInAnyOrder(
                            "accept_label",
                            "modal",
                            "current_name",
                            "current_folder",
                            "current_file");
            assertThat(window.path("current_folder")).isEqualTo("/tmp");
        }

        @Test
        void doesNotGetAFolderOfTheWrongType() {
            chooser.call(host, "OpenFile", "'current_folder': <'/tmp'>").path();

            assertThat(chooser.backend().next().options()).doesNotContainKey("current_folder");
        }

        @Test
        void closesItsWindowWithTheRequest() {
            var handle = chooser.call(host, "OpenFile", "").path();
            var window = chooser.backend().next();

            assertThat(host.closeRequest(handle).error()).isEmpty();

            Await.until("the window is closed", window::isClosed);
            assertThat(host.signals("Response", handle)).isEmpty();
        }

        @Test
        void mayNotInventAnswers() {
            var choices =
                    "'choices': <[('id', 'L', [('a', 'A')], ''), ('yes', 'Y', @a(ss) [], '')]>";
            var handle = chooser.call(host, "OpenFile", choices).path();
            var said =
                    List.of(
                            new Object[] {"id", "b"},
                            new Object[] {"yes", "true"},
                            new Object[] {"more", "x"});

            chooser.backend()
                    .next()
                    .answer(
                            0,
                            Map.of(
                                    "uris", new Variant<>(List.of("file:///tmp/a"), "as"),
                                    "choices", new Variant<>(said, "a(ss)"),
                                    "surprise", new Variant<>("x")));

            assertThat(host.fullResponse(handle))
                    .contains("'choices': <[('yes', 'true')]>")
                    .doesNotContain("surprise", "more");
        }
    }

    @Test
    void savingIsRefusedWhereSavingIsLocked() {
        chooser.session().backend().lock("disable-save-to-disk", true);

        for (var method : List.of("SaveFile", "SaveFiles")) {
            assertThat(chooser.call(host, method, "").error())
                    .isEqualTo("org.freedesktop.portal.Error.NotAllowed");
        }
        assertThat(chooser.picked(host, "OpenFile", "", "file:///tmp/a")).contains("(0, {");
    }

    @Test
    void anUnknownSandboxIsHandedNothing() {
        var app = chooser.session().unknownSandbox();
        var handle = chooser.call(app, "OpenFile", "").path();

        assertThat(app.response(handle)).isEqualTo(2);
        assertThat(chooser.backend().count()).isZero();
    }

    @Test
    void withoutADocumentPortalASandboxedAppIsHandedNothing() {
        var app = chooser.session().flatpak(Chooser.EDITOR);
        var handle = chooser.call(app, "OpenFile", "").path();

        assertThat(app.response(handle)).isEqualTo(2);
        assertThat(chooser.backend().count()).isZero();
    }
}
