package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.gatehouse.protocol.PortalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CommandLineTest {

    static final List<List<String>> HOSTILE =
            List.of(
                    List.of(),
                    List.of(""),
                    List.of("-c"),
                    List.of("--command=sh"),
                    List.of(" sh"),
                    List.of("\tsh"),
                    List.of("sh\n[Desktop Entry]"),
                    List.of("a".repeat(257)),
                    List.of("sh", "--file-forwarding"),
                    List.of("sh", "@@", "/etc/passwd", "@@"),
                    List.of("sh", "@@u", "file:///etc/passwd"),
                    List.of("@@"),
                    List.of("sh", "a\nExec=evil"),
                    List.of("sh", "a\u0000b"),
                    List.of("sh", "a\u007fb"),
                    List.of("sh", "a\u0085b"),
                    List.of("sh", "a".repeat(4097)),
                    Collections.nCopies(101, "a"));

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void refuses(List<String> words) {
        assertThatThrownBy(() -> new CommandLine(words)).isInstanceOf(PortalException.class);
    }

    @Test
    void acceptsWhatIsJustWithinTheLimits() {
        assertThat(new CommandLine(Collections.nCopies(100, "é".repeat(256))).words()).hasSize(100);
    }

    @Test
    void acceptsOptionsAndShellCharactersAfterTheProgram() {
        var line = new CommandLine(List.of("sh", "-c", "echo $(id) > `x`", "", "a@@"));

        assertThat(line.program()).isEqualTo("sh");
        assertThat(line.arguments()).containsExactly("-c", "echo $(id) > `x`", "", "a@@");
    }
}
