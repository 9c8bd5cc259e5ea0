package org.gatehouse.ctl.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.ctl.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    private static final Path FRAME = Path.of("src/image/gatehousectl.1.in");

    @TempDir private Path share;

    @BeforeEach
    void write() throws IOException {
        Documents.main(new String[] {share.toString(), FRAME.toString()});
    }

    @Nested
    class Bash {

        private static final String SCRIPT = "bash-completion/completions/gatehousectl";

        @Test
        void offersCommands() throws Exception {
            assertThat(completed("gatehousectl", "re")).containsExactly("revoke");
            assertThat(completed("gatehousectl", "ru")).containsExactly("running");
            assertThat(completed("gatehousectl", "stop", "--in")).containsExactly("--instance");
        }

        @Test
        void offersTheWordsOfAnArgument() throws Exception {
            assertThat(completed("gatehousectl", "set", "org.a.B", "location", ""))
                    .containsExactlyInAnyOrder("allow", "deny", "ask");
        }

        private List<String> completed(String... words) throws Exception {
            var typed = String.join("' '", words);
            return output(
                            "bash",
                            "-c",
                            "source '%s'; compopt() { :; }; COMP_WORDS=('%s'); COMP_CWORD=%d; _complete_gatehousectl; printf '%%s\\n' \"${COMPREPLY[@]}\""
                                    .formatted(share.resolve(SCRIPT), typed, words.length - 1))
                    .lines()
                    .toList();
        }
    }

    @Nested
    class Fish {

        private static final String SCRIPT = "fish/vendor_completions.d/gatehousectl.fish";

        @Test
        void offersCommandsAndWords() throws Exception {
            assertThat(completed("gatehousectl po")).startsWith("policy");
            assertThat(completed("gatehousectl policy ch")).startsWith("check");
            assertThat(completed("gatehousectl set org.a.B location d")).startsWith("deny");
            assertThat(completed("gatehousectl revoke --class cam")).startsWith("camera");
        }

        private String completed(String typed) throws Exception {
            return output(
                    "fish",
                    "--no-config",
                    "-c",
                    "source '%s'; complete -C '%s'".formatted(share.resolve(SCRIPT), typed));
        }
    }

    @Nested
    class Zsh {

        /// What is loaded is checked; what is offered needs a terminal.
        @Test
        void isLoaded() throws Exception {
            var folder = share.resolve("zsh/site-functions");

            var said =
                    output(
                            "zsh",
                            "-f",
                            "-c",
                            "fpath=('%s' $fpath); autoload -Uz compinit; compinit -D -u; print $_comps[gatehousectl]; autoload -Uz +X _gatehousectl && print loaded"
                                    .formatted(folder));

            assertThat(said.lines()).containsExactly("_gatehousectl", "loaded");
        }
    }

    @Nested
    class TheManual {

        private static final String PAGE = "man/man1/gatehousectl.1";

        @Test
        void isSetWithoutAWarning() throws Exception {
            assertThat(
                            output(
                                    "sh",
                                    "-c",
                                    "groff -man -Tutf8 -ww '%s' 2>&1 >/dev/null"
                                            .formatted(share.resolve(PAGE))))
                    .isEmpty();
        }

        @Test
        void hasEveryCommand() throws Exception {
            var text =
                    output(
                            "sh",
                            "-c",
                            "groff -man -Tascii -P-cbou -rLL=200n '%s'"
                                    .formatted(share.resolve(PAGE)));

            assertThat(Commands.model().getSubcommands().keySet())
                    .allSatisfy(name -> assertThat(text).containsPattern("(?m)^ +" + name + "\\b"));
        }
    }

    private static String output(String... command) throws Exception {
        var errors = Files.createTempFile("errors", "");
        try {
            var builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("HOME", "/nonexistent");
            var process = builder.start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            assertThat(errors).content().isEmpty();
            return text.strip();
        } finally {
            Files.delete(errors);
        }
    }
}
