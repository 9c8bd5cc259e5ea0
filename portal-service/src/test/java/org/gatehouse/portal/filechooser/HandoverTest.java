package org.gatehouse.portal.filechooser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.testing.App;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a sandboxed app gets, by the reference's document portal.
class HandoverTest {

    private static final String DOCUMENTS = "org.freedesktop.portal.Documents";
    private static final Pattern DOCUMENT = Pattern.compile("file://(\\S*/doc/\\w+/[^']*)");

    private Chooser chooser;
    private App app;
    private Path mount;
    private Path home;

    @BeforeEach
    void openASession() throws IOException {
        chooser = Chooser.open();
        var session = chooser.session();
        session.bus().spawn("/usr/libexec/xdg-permission-store");
        var documents = session.bus().spawn("/usr/libexec/xdg-document-portal");
        Await.until(
                "the document portal serves",
                () -> session.client().peers().owner(DOCUMENTS).isPresent());
        mount = Path.of(session.bus().environment().getOrDefault("XDG_RUNTIME_DIR", "/"), "doc");
        Await.until("the documents are mounted", () -> Files.exists(mount.resolve("by-app")));
        session.atEnd(() -> {
            documents.destroy();
            Await.until("they are unmounted", () -> !Files.exists(mount.resolve("by-app")));
        });
        app = session.flatpak(Chooser.EDITOR);
        home = Files.createDirectories(session.bus().folder().resolve("home/Documents"));
        Files.writeString(home.resolve("letter"), "Dear all");
    }

    @AfterEach
    void closeIt() {
        chooser.close();
    }

    private String uri(String name) {
        return "file://" + home.resolve(name);
    }

    /// The document of a Response, as its app sees it.
    private Path document(String response) {
        var found = DOCUMENT.matcher(response);
        assertThat(found.find()).as(response).isTrue();
        var path = Path.of(found.group(1));
        return mount.resolve("by-app").resolve(Chooser.EDITOR).resolve(mount.relativize(path));
    }

    private static String id(Path document) {
        return document.getName(document.getNameCount() - 2).toString();
    }

    @Test
    void isADocumentOfTheFileThatWasPicked() throws IOException {
        var response = chooser.picked(app, "OpenFile", "", uri("letter"));

        var document = document(response);
        assertThat(document).hasContent("Dear all");
        Files.writeString(document, "Dear nobody");
        assertThat(home.resolve("letter")).hasContent("Dear nobody");
    }

    @Test
    void isReadOnlyWhereThePersonSaysSo() {
        var handle = chooser.call(app, "OpenFile", "").path();
        var results =
                Map.<String, Variant<?>>of(
                        "uris",
                        new Variant<>(List.of(uri("letter")), "as"),
                        "writable",
                        new Variant<>(false));

        chooser.backend().next().answer(0, results);

        var document = document(app.fullResponse(handle));
        assertThat(document).hasContent("Dear all");
        assertThat(permissions(document)).contains("read").doesNotContain("write");
    }

    /// What the app holds, as `gdbus` prints it.
    private String permissions(Path document) {
        return chooser.session()
                .bus()
                .run(
                        "gdbus",
                        "call",
                        "--session",
                        "-d",
                        DOCUMENTS,
                        "-o",
                        "/org/freedesktop/portal/documents",
                        "-m",
                        DOCUMENTS + ".Info",
                        id(document))
                .out();
    }

    @Test
    void isAFileThatIsNotThereYetWhereItIsSaved() throws IOException {
        var response = chooser.picked(app, "SaveFile", "", uri("new%20letter"));

        Files.writeString(document(response.replace("%20", " ")), "Dear all");

        assertThat(home.resolve("new letter")).hasContent("Dear all");
    }

    @Test
    void isAFolderWithEverythingInIt() {
        var response = chooser.picked(app, "OpenFile", "'directory': <true>", "file://" + home);

        assertThat(document(response).resolve("letter")).hasContent("Dear all");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        var response =
                chooser.picked(
                        app, "OpenFile", "'multiple': <true>", uri("nothing"), uri("letter"));

        assertThat(response).contains("(0, {");
        assertThat(document(response)).hasContent("Dear all");
    }

    @Test
    void isNothingWhereNothingIsThere() {
        assertThat(chooser.picked(app, "OpenFile", "", uri("nothing")))
                .contains("(2, {", "'uris': <@as []>");
    }

    @Test
    void isTheTargetOfALink() throws IOException {
        Files.createSymbolicLink(home.resolve("link"), home.resolve("letter"));

        var document = document(chooser.picked(app, "OpenFile", "", uri("link")));

        assertThat(document.getFileName()).hasToString("letter");
        assertThat(document).hasContent("Dear all");
    }

    @Test
    void beginsWhereTheDocumentIsOnTheHost() {
        var response = chooser.picked(app, "OpenFile", "", uri("letter"));
        var document = document(response);
        var seen = mount.resolve(id(document)).resolve("letter");

        chooser.call(
                        app,
                        "SaveFile",
                        "'current_folder': <b'%s'>, 'current_file': <b'%s'>".formatted(seen, seen))
                .path();

        var window = chooser.backend().next();
        assertThat(window.path("current_folder")).isEqualTo(home.toString());
        assertThat(window.path("current_file")).isEqualTo(home.resolve("letter").toString());
    }
}
