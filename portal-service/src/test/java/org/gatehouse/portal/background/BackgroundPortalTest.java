package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.gatehouse.portal.testing.App;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundPortalTest {

    private static final String INVALID = "org.freedesktop.portal.Error.InvalidArgument";
    private static final String LONG = "é".repeat(257);

    private Background background;

    @BeforeEach
    void openASession() {
        background = Background.open();
    }

    @AfterEach
    void closeIt() {
        background.close();
    }

    @Nested
    class ABadOption {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'reason': <1>",
                    "'reason': <''>",
                    "'autostart': <'yes'>",
                    "'dbus-activatable': <1>",
                    "'handle_token': <7>",
                    "'handle_token': <'a/b'>",
                    "'commandline': <'sh'>",
                    "'commandline': <@as []>",
                    "'commandline': <@au []>",
                    "'commandline': <['']>",
                    "'commandline': <['-c']>",
                    "'commandline': <[' sh']>",
                    "'commandline': <['sh', '--file-forwarding']>",
                    "'commandline': <['sh', '@@', '/etc/shadow', '@@']>",
                    "'commandline': <['sh', '@@u', 'file:///', '@@']>",
                    "'commandline': <['sh', 'a\\u0007b']>"
                })
        void isAnErrorOfTheCallAndWritesNothing(String option) {
            refuses(option);
        }

        @Test
        void isAReasonOfMoreThan256Characters() {
            refuses("'reason': <'" + LONG + "'>");
        }

        @Test
        void isAProgramOfMoreThan256Characters() {
            refuses("'commandline': <['" + LONG + "']>");
        }

        @Test
        void isACommandLineOfMoreThan100Elements() {
            refuses("'commandline': <[" + "'a',".repeat(100) + "'a']>");
        }

        private void refuses(String options) {
            var app = background.app();

            var answer = app.requestBackground(options);

            assertThat(answer.error()).isEqualTo(INVALID);
            assertThat(background.entries()).isEmpty();
            assertThat(background.session().backend().count()).isZero();
            assertThat(background.session().backgroundRows("background")).isEmpty();
        }
    }

    @Nested
    class SetStatus {

        @Test
        void isNotForHostPrograms() {
            var answer = background.session().host().setStatus("'message': <'busy'>");

            assertThat(answer.error()).isEqualTo("org.freedesktop.portal.Error.NotAllowed");
        }

        @Test
        void needsARunningInstance() {
            var answer = background.app().setStatus("'message': <'busy'>");

            assertThat(answer.error()).isEqualTo("org.freedesktop.portal.Error.Failed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"'message': <7>", "'message': <'a\\nb'>", "'message': <''>"})
        void refusesABadMessage(String option) {
            assertThat(background.app().setStatus(option).error()).isEqualTo(INVALID);
        }

        @Test
        void refusesAMessageOfMoreThan96Characters() {
            var option = "'message': <'" + "é".repeat(97) + "'>";

            assertThat(background.app().setStatus(option).error()).isEqualTo(INVALID);
        }
    }

    @Nested
    class AHostProgram {

        private App host;

        @BeforeEach
        void start() {
            host = background.session().host();
        }

        @Test
        void withoutAnIdMayRunInTheBackground() {
            assertThat(background.unasked(host, ""))
                    .contains("(0, {", "'background': <true>", "'autostart': <false>");
        }

        @Test
        void withoutAnIdCannotBeStartedAtLogin() {
            assertThat(background.unasked(host, "'autostart': <true>"))
                    .contains("(2, {", "'background': <false>", "'autostart': <false>");
            assertThat(background.entries()).isEmpty();
        }

        @Test
        void thatNamedItselfIsStartedByItsOwnCommandLine() {
            register("Exec=/usr/bin/sync-it --now %U\n");

            assertThat(background.unasked(host, "'autostart': <true>"))
                    .contains("(0, {", "'background': <true>", "'autostart': <true>");
            assertThat(background.entryText())
                    .contains("\nName=Sync\n", "\nExec=/usr/bin/sync-it --now %U\n")
                    .doesNotContain("X-Flatpak");
        }

        @Test
        void isStartedByTheCommandLineThatItNames() {
            register("Exec=/usr/bin/sync-it\n");

            background.unasked(
                    host, "'autostart': <true>, 'commandline': <['/bin/true', 'two words']>");

            assertThat(background.entryText()).contains("\nExec=/bin/true \"two words\"\n");
        }

        private void register(String keys) {
            background.session().install(SYNC, "Name=Sync\n" + keys);
            var registered =
                    host.call(
                            App.PORTAL,
                            "org.freedesktop.host.portal.Registry",
                            "Register",
                            "('" + SYNC + "', @a{sv} {})");
            assertThat(registered.error()).isEmpty();
        }
    }

    @Nested
    class AFlatpakApp {

        @Test
        void thatIsAllowedMayStartAtLogin() {
            var response =
                    background.allowed(
                            background.app(),
                            "'autostart': <true>, 'commandline': <['/bin/true', 'test']>,"
                                    + " 'dbus-activatable': <true>");

            assertThat(response).contains("(0, {", "'background': <true>", "'autostart': <true>");
            assertThat(background.entryText())
                    .isEqualTo(
                            """
                            [Desktop Entry]
                            Type=Application
                            Name=org.example.Sync
                            X-XDP-Autostart=org.example.Sync
                            Exec=flatpak run --command=/bin/true org.example.Sync test
                            DBusActivatable=true
                            X-Flatpak=org.example.Sync
                            """);
        }

        @Test
        void thatIsAllowedButNotAtLoginIsToldSo() {
            var app = background.app();
            var handle = app.requestBackground("'autostart': <true>").path();
            var dialog = background.session().backend().next();

            dialog.answer(0, Answers.of("autostart", "false", "lifespan", "always"));

            assertThat(app.fullResponse(handle))
                    .contains("(0, {", "'background': <true>", "'autostart': <false>");
            assertThat(background.entries()).isEmpty();
            assertThat(background.unasked(app, "'autostart': <true>"))
                    .as("the answer is kept")
                    .contains("'autostart': <false>");
            assertThat(background.session().backgroundRows("autostart")).contains("'no'");
        }

        @Test
        void whoseEntryCannotBeWrittenIsToldTheTruth() {
            background.session().write("config/autostart", "a file in the folder's place");

            assertThat(background.allowed(background.app(), "'autostart': <true>"))
                    .contains("(2, {", "'background': <false>", "'autostart': <false>");
        }

        @Test
        void isAskedWithItsWindowAndLoginOnlyIfItWantsThat() {
            var app = background.app();
            app.requestBackground("'reason': <'To sync'>");

            var asked = background.session().backend().next().asked();

            assertThat(asked.title()).contains("run in the background");
            assertThat(asked.choices()).doesNotContain("autostart");
            assertThat(asked.options().get("deny_label"))
                    .extracting(label -> label.getValue())
                    .isEqualTo("Only while open");
        }
    }
}
