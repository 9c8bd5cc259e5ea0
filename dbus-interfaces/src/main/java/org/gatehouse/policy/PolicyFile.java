package org.gatehouse.policy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.TomlException;
import org.gatehouse.catalogue.TomlFile;

/// One file of rules that was understood.
///
/// @param warnings what is no mistake but probably not meant, with its place
public record PolicyFile(
        PolicyLayer layer, List<Rule> rules, PolicyTables tables, List<String> warnings) {

    private static final long LARGEST = 256 * 1024;

    public PolicyFile {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read
    /// @throws TomlException if it is not a policy, with the place of the mistake
    public static PolicyFile parse(Path file, PolicyLayer layer, Catalogue catalogue)
            throws IOException, TomlException {
        return parse(text(file), file.toString(), layer, catalogue);
    }

    /// Reads the text of a file.
    ///
    /// @param name of the file, for people
    /// @throws TomlException if it is not a policy, with the place of the mistake
    public static PolicyFile parse(String text, String name, PolicyLayer layer, Catalogue catalogue)
            throws TomlException {
        var file = TomlFile.parse(text);
        var warnings = new ArrayList<String>();
        var reader = new RuleReader(layer, catalogue, name, warnings);
        var rules = new ArrayList<Rule>();
        for (var rule : file.tables("rule")) {
            rules.add(reader.read(rule, rules.size() + 1));
        }
        var tables = PolicyTables.read(file);
        file.finish();
        return new PolicyFile(layer, rules, tables, warnings);
    }

    /// The text of a file that may be a policy.
    ///
    /// @throws TomlException if it cannot be one
    static String text(Path file) throws IOException, TomlException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
        // a pipe or a device would keep the reader waiting
        if (!Files.isRegularFile(file)) {
            throw new TomlException("not a regular file");
        }
        if (Files.size(file) > LARGEST) {
            throw new TomlException("larger than 256 KiB");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new TomlException("not UTF-8");
        }
    }
}
