package org.gatehouse.store.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.gatehouse.identity.Caller;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.role.XdgDirectories;
import org.gatehouse.store.Author;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which host programs may write, and who they are in the ledger.
///
/// By default all may: the tools of a desktop are ordinary programs. A site narrows it by a file
/// `gatehouse/store-writers` in a folder of `$XDG_CONFIG_DIRS`: the absolute path of a program per
/// line, `#` begins a comment. Then only programs that each of these files names may write; a file
/// that cannot be read names none.
///
/// Threads: any; waits at a caller's first call.
final class Writers {

    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
    private static final String FILE = "gatehouse/store-writers";

    private final CallerIdentities callers;
    private final XdgDirectories directories;
    private final Refusals refusals;

    Writers(CallerIdentities callers, XdgDirectories directories, Refusals refusals) {
        this.callers = callers;
        this.directories = directories;
        this.refusals = refusals;
    }

    /// The author of what a caller writes.
    ///
    /// @throws PortalException `AccessDenied` if it may not write
    Author author(String sender) {
        var caller = callers.caller(sender);
        if (!mayWrite(caller)) {
            refusals.record(sender, caller, "may not write here");
            throw PortalException.accessDenied("this program may not change permissions");
        }
        return author(caller);
    }

    static Author author(Caller caller) {
        return new Author((int) caller.pid(), caller.executable());
    }

    private boolean mayWrite(Caller caller) {
        return directories.configDirs().stream()
                .map(folder -> folder.resolve(FILE))
                .filter(Files::exists)
                .allMatch(file -> programs(file).contains(caller.executable()));
    }

    private static Set<String> programs(Path file) {
        try {
            var programs = new HashSet<>(Files.readAllLines(file));
            programs.removeIf(line -> !line.startsWith("/"));
            return programs;
        } catch (IOException e) {
            LOG.warn("{} cannot be read: nobody may write", file);
            return Set.of();
        }
    }
}
