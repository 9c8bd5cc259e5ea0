package org.gatehouse.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A key file as sandboxes describe themselves in, read strictly.
///
/// Shape: UTF-8 lines of `[group]`, `key=value`, `# comment` or nothing. What the usual readers
/// forgive is refused here, since a reader that forgives can be told two things at once: a group or
/// a key that comes twice, a key before the first group, a control character, bytes that are not
/// UTF-8. Values are not unescaped: none that is looked at may hold a backslash.
final class KeyFile {

    private static final Pattern GROUP = Pattern.compile("\\[[^\\[\\]]+]");

    private final Map<String, Map<String, String>> groups = new HashMap<>();

    private KeyFile() {}

    /// @throws IdentityDoubt if the content is not a key file
    static KeyFile parse(byte[] content) throws IdentityDoubt {
        var file = new KeyFile();
        Map<String, String> group = null;
        for (var line : decoded(content).split("\n", -1)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                group = file.begun(line.stripTrailing());
                continue;
            }
            if (group == null) {
                throw new IdentityDoubt("a key before the first group");
            }
            add(line, group);
        }
        return file;
    }

    private static String decoded(byte[] content) throws IdentityDoubt {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
                throw new IdentityDoubt("a control character");
            }
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new IdentityDoubt("not UTF-8");
        }
    }

    private Map<String, String> begun(String line) throws IdentityDoubt {
        if (!GROUP.matcher(line).matches()) {
            throw new IdentityDoubt("a malformed group");
        }
        var name = line.substring(1, line.length() - 1);
        var group = new HashMap<String, String>();
        if (groups.put(name, group) != null) {
            throw new IdentityDoubt("a group that comes twice");
        }
        return group;
    }

    private static void add(String line, Map<String, String> group) throws IdentityDoubt {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new IdentityDoubt("a line without a key");
        }
        var key = line.substring(0, equals).strip();
        if (group.put(key, line.substring(equals + 1).strip()) != null) {
            throw new IdentityDoubt("a key that comes twice");
        }
    }

    boolean hasGroup(String group) {
        return groups.containsKey(group);
    }

    Optional<String> value(String group, String key) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(key));
    }

    /// @throws IdentityDoubt if the key is absent or empty
    String mandatory(String group, String key) throws IdentityDoubt {
        return value(group, key)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IdentityDoubt("no " + key + " in " + group));
    }
}
