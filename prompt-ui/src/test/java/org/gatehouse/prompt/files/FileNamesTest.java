package org.gatehouse.prompt.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @Test
    void showsAPlainNameAsItIs() {
        assertThat(FileNames.shown("Notes of May.txt")).isEqualTo("Notes of May.txt");
    }

    @Test
    void showsNothingThatRearrangesOrHides() {
        assertThat(FileNames.shown(FileNames.encoded("invoice\u202Efdp.exe")))
                .isEqualTo("invoicefdp.exe");
        assertThat(FileNames.shown("two\nlines")).isEqualTo("two lines");
        assertThat(FileNames.shown(FileNames.encoded("\u200B"))).isEqualTo("(no visible name)");
    }

    @Test
    void showsAReplacementForWhatIsNoText() {
        assertThat(FileNames.shown("caf\u00e9.txt")).isEqualTo("caf\uFFFD.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "a\0b"})
    void refuses(String name) {
        assertThat(FileNames.fault(name)).isNotEmpty();
    }

    @Test
    void refusesANameThatNoFileSystemTakes() {
        assertThat(FileNames.fault("ü".repeat(127))).isEmpty();
        assertThat(FileNames.fault("ü".repeat(128))).isEqualTo("This name is too long");
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "a/b, a_b",
        "../../etc/passwd, .._.._etc_passwd",
        "photo\u202Egpj.exe, photogpj.exe",
        "'..', ''",
        "'', ''"
    })
    void proposesOnlyWhatCanBeSeenAndWritten(String wish, String proposed) {
        assertThat(new FileMode.SaveFile(wish).name()).isEqualTo(proposed);
    }

    @Test
    void proposesNoMoreThanFits() {
        var name = new FileMode.SaveFile("ü".repeat(200)).name();

        assertThat(FileNames.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"notes.txt, 5", "notes.tar.gz, 5", "README, 6", ".profile, 8", "a.b.c, 3"})
    void tellsTheStemFromTheEnding(String name, int stem) {
        assertThat(FileNames.stem(name)).isEqualTo(stem);
    }
}
