package org.gatehouse.prompt.files.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.prompt.files.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {

    @TempDir private Path data;

    @Test
    void areThoseThatAreThereTheLatestFirst() throws IOException {
        write(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <xbel version="1.0" xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
                  %s %s %s
                  <bookmark href="http://example.org/" visited="2030-01-01T00:00:00Z"/>
                  <bookmark visited="2030-01-01T00:00:00Z"/>
                </xbel>
                """
                        .formatted(
                                bookmark(file("old"), "2024-01-01T00:00:00Z"),
                                bookmark(file("new"), "2025-01-01T00:00:00.123456Z"),
                                bookmark(data.resolve("gone"), "2026-01-01T00:00:00Z")));

        assertThat(labels()).containsExactly("new", "old");
    }

    @Test
    void fetchNothingThatADocumentTypeNames() throws IOException {
        var secret = file("secret");
        Files.writeString(secret, "file://" + file("other"));
        write(
                """
                <?xml version="1.0"?>
                <!DOCTYPE xbel [<!ENTITY x SYSTEM "file://%s">
                <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <xbel><bookmark href="&x;&b;"/>%s</xbel>
                """
                        .formatted(secret, bookmark(file("good"), "2024-01-01T00:00:00Z")));

        assertThat(labels()).doesNotContain("other");
    }

    @Test
    void areAsManyAsCanBeReadOfABrokenFile() throws IOException {
        write("<xbel>" + bookmark(file("good"), "yesterday") + "<bookmark href='file:///x'");

        assertThat(labels()).containsExactly("good");
    }

    @Test
    void areNoneWithoutAFile() {
        assertThat(labels()).isEmpty();
    }

    @Test
    void areNoneOfAGiganticFile() throws IOException {
        var many = bookmark(file("good"), "2024-01-01T00:00:00Z").repeat(100_000);
        write("<xbel>" + many + "</xbel>");

        assertThat(labels()).isEmpty();
    }

    private Path file(String name) throws IOException {
        return Files.writeString(data.resolve(name), "x");
    }

    private static String bookmark(Path file, String visited) {
        return "<bookmark href=\"file://%s\" visited=\"%s\"></bookmark>".formatted(file, visited);
    }

    private void write(String text) throws IOException {
        Files.writeString(data.resolve("recently-used.xbel"), text);
    }

    private List<String> labels() {
        return new RecentFiles(data).read().stream().map(Entry::label).toList();
    }
}
