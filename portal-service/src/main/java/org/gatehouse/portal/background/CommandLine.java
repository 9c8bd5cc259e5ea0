package org.gatehouse.portal.background;

import java.util.List;
import org.gatehouse.protocol.PortalException;

/// What an app wants to be started with at login: a program and its arguments, never a shell
/// string.
///
/// Shape: 1 to 100 elements; the first is not empty, has at most 256 characters and does not start
/// with `-` or a space. No element is an option of Flatpak's that reaches files outside of the
/// sandbox (`--file-forwarding`, `@@…`), and none holds a control character, which a desktop entry
/// cannot express.
///
/// Source: portal-semantics 2.5; security-rules 1 (CVE-2024-32462, CVE-2021-21381).
///
/// @param words the program, then its arguments
record CommandLine(List<String> words) {

    private static final int MOST_WORDS = 100;
    private static final int LONGEST_PROGRAM = 256;
    private static final int LONGEST = 4096;

    /// @throws PortalException `InvalidArgument` if it is none
    CommandLine {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw PortalException.invalidArgument("the command line is empty");
        }
        if (words.size() > MOST_WORDS) {
            throw PortalException.invalidArgument("the command line has more than 100 elements");
        }
        checkProgram(words.getFirst());
        words.forEach(CommandLine::check);
    }

    private static void checkProgram(String program) {
        if (program.isEmpty() || program.startsWith("-") || program.startsWith(" ")) {
            throw PortalException.invalidArgument("the command line does not name a program");
        }
        if (program.codePointCount(0, program.length()) > LONGEST_PROGRAM) {
            throw PortalException.invalidArgument("the program has more than 256 characters");
        }
    }

    private static void check(String word) {
        if (word.equals("--file-forwarding") || word.startsWith("@@")) {
            throw PortalException.invalidArgument("the command line forwards files");
        }
        if (word.chars().anyMatch(Character::isISOControl)) {
            throw PortalException.invalidArgument("the command line holds a control character");
        }
        if (word.length() > LONGEST) {
            throw PortalException.invalidArgument("an element of the command line is too long");
        }
    }

    String program() {
        return words.getFirst();
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }
}
