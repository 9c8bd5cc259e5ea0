package org.gatehouse.prompt.files;

import java.nio.charset.StandardCharsets;
import org.gatehouse.prompt.Sanitiser;
import org.gatehouse.protocol.HostPath;

/// Names of files: as people see them, and as they may be given to a new file.
public final class FileNames {

    /// `NAME_MAX` of every common file system, in bytes.
    private static final int LONGEST = 255;

    private FileNames() {}

    /// What people see of a name: read as UTF-8, sanitised, never empty.
    ///
    /// @param latin1 the name's bytes, each one character
    public static String shown(String latin1) {
        return isPlain(latin1) ? latin1 : Sanitiser.line(decoded(latin1), "(no visible name)");
    }

    /// The bytes of a name that a person typed.
    public static String encoded(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// Why a typed name cannot be a file's; `""` if it can.
    public static String fault(String text) {
        if (text.isBlank()) {
            return "Type a name";
        }
        if (text.equals(".") || text.equals("..")) {
            return "“" + text + "” stands for a folder and cannot be a name";
        }
        if (text.chars().anyMatch(c -> c == '/' || c == 0)) {
            return "A name cannot contain “/”";
        }
        if (!HostPath.isName(encoded(text)) || encoded(text).length() > LONGEST) {
            return "This name is too long";
        }
        return "";
    }

    /// A name that an app proposes, without anything that could not be seen in it: what is shown is
    /// what the file will be called.
    static String proposed(String text) {
        var line = Sanitiser.line(text.replace('/', '_'), "");
        var whole = line;
        while (encoded(whole).length() > LONGEST) {
            whole = whole.substring(0, whole.offsetByCodePoints(whole.length(), -1));
        }
        return whole.equals(".") || whole.equals("..") ? "" : whole;
    }

    /// How many characters of a name come before its ending, which stays when a name is replaced:
    /// `notes.tar.gz` → 5.
    public static int stem(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 4 && name.startsWith(".tar", dot - 4)) {
            dot -= 4;
        }
        return dot > 0 ? dot : name.length();
    }

    private static String decoded(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// By far the most names, for which nothing has to be looked at twice.
    private static boolean isPlain(String latin1) {
        if (latin1.isEmpty() || latin1.charAt(0) == ' ' || latin1.length() > LONGEST) {
            return false;
        }
        char before = 0;
        for (int i = 0; i < latin1.length(); i++) {
            char c = latin1.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }
}
