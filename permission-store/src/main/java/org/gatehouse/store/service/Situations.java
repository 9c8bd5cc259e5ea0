package org.gatehouse.store.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.protocol.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The situations in which the person cannot be asked, such as driving.
///
/// They hold until they are cleared or the login session ends; a restart of the service in between
/// changes nothing. So they are kept in a file of the runtime folder: the id of the bus, which
/// names the session, then a word per line. It is replaced as a whole.
///
/// Threads: any; [#now] never waits.
final class Situations {

    private static final Logger LOG = LoggerFactory.getLogger(Situations.class);
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int MOST = 32;

    private final Path file;
    private final String bus;
    private volatile List<String> now;

    /// @param file need not exist
    /// @param bus the GUID of the bus
    Situations(Path file, String bus) {
        this.file = file;
        this.bus = bus;
        this.now = read();
    }

    /// The situations that hold now, sorted.
    List<String> now() {
        return now;
    }

    /// Begins or ends a situation.
    ///
    /// @return whether anything changed
    /// @throws PortalException `InvalidArgument` for a word that cannot name one; `Failed` if there
    ///   are 32 already
    synchronized boolean set(String situation, boolean active) {
        if (!WORD.matcher(situation).matches()) {
            throw PortalException.invalidArgument(
                    "situation is not a word of [a-z][a-z0-9-]{0,63}");
        }
        var changed = new TreeSet<>(now);
        if (!(active ? changed.add(situation) : changed.remove(situation))) {
            return false;
        }
        if (changed.size() > MOST) {
            throw PortalException.failed("there are 32 situations already");
        }
        now = List.copyOf(changed);
        write();
        return true;
    }

    private List<String> read() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            var lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(bus)) {
                return List.of();
            }
            SortedSet<String> words =
                    lines.stream()
                            .skip(1)
                            .filter(word -> WORD.matcher(word).matches())
                            .limit(MOST)
                            .collect(Collectors.toCollection(TreeSet::new));
            return List.copyOf(words);
        } catch (IOException e) {
            LOG.warn("{} cannot be read: no situation is known", file);
            return List.of();
        }
    }

    private void write() {
        var lines = new ArrayList<>(List.of(bus));
        lines.addAll(now);
        try {
            Files.createDirectories(file.getParent());
            var next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written: situations end with this service", file);
        }
    }
}
