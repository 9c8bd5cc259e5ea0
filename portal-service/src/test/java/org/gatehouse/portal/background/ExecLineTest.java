package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.gatehouse.desktop.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecLineTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            textBlock =
                    """
                    /bin/true            | /bin/true
                    --command=/bin/true  | --command=/bin/true
                    a=b,c:d+e@f          | a=b,c:d+e@f
                    two words            | "two words"
                    §§                   | ""
                    $HOME                | "\\\\$HOME"
                    `id`                 | "\\\\`id\\\\`"
                    say "hi"             | "say \\\\"hi\\\\""
                    back\\slash          | "back\\\\\\\\slash"
                    it's                 | "it's"
                    100%                 | 100%%
                    %U                   | %%U
                    über                 | "über"
                    ~                    | "~"
                    a;b                  | "a;b"
                    """,
            delimiter = '|')
    void quotesWhatNeedsIt(String word, String written) {
        assertThat(ExecLine.of(List.of(word))).isEqualTo(written);
    }

    @Property
    void isReadBackAsItWas(@ForAll @Size(min = 1, max = 5) List<String> words) {
        var sane = words.stream().map(word -> word.replaceAll("\\p{Cntrl}", "")).toList();

        var file = KeyFile.parse("[Desktop Entry]\nExec=" + ExecLine.of(sane) + "\n");

        var value = file.value("Desktop Entry", "Exec").orElseThrow();
        assertThat(split(value)).isEqualTo(sane);
        assertThat(ExecLine.words(value)).isEqualTo(sane);
    }

    /// How the specification says that a session reads it.
    private static List<String> split(String exec) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int at = 0; at < exec.length(); at++) {
            char each = exec.charAt(at);
            if (each == '"') {
                quoted = !quoted;
                begun = true;
            } else if (each == '\\' && quoted) {
                word.append(exec.charAt(++at));
            } else if (each == '%') {
                word.append(exec.charAt(++at));
                begun = true;
            } else if (each == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            } else {
                word.append(each);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    @Test
    void fieldCodesStandForNothingAtLogin() {
        assertThat(ExecLine.words("sync %U --quiet %f")).containsExactly("sync", "--quiet");
    }
}
