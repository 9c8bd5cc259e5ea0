package org.gatehouse.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What is mounted where a process's record of itself is looked for.
///
/// A file system that the caller serves itself (FUSE) may answer late or never, and would hold the
/// thread that looks into it for as long.
///
/// @param mounts the lines of `/proc/PID/mountinfo` for those places, which are relative to the
///   process's root
record MountTable(List<String> mounts) {

    private static final Set<String> PLACES = Set.of("/", "/.flatpak-info", "/.linyaps");
    private static final int PLACE = 4;

    static MountTable parse(byte[] content) {
        return new MountTable(
                new String(content, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> PLACES.contains(place(line)))
                        .toList());
    }

    private static String place(String mount) {
        var fields = mount.split(" ");
        return fields.length > PLACE ? fields[PLACE] : "";
    }

    /// Looks only at the table, not into the file systems.
    ///
    /// @param trusted mounts that are not the caller's doing: those of this process
    /// @throws IdentityDoubt if one of the others is served by a process, or nothing is mounted at
    ///   the root, so that it cannot be told
    void refuseFuse(MountTable trusted) throws IdentityDoubt {
        if (mounts.stream().noneMatch(mount -> place(mount).equals("/"))) {
            throw new IdentityDoubt("a root whose file system cannot be told");
        }
        for (var mount : mounts) {
            if (type(mount).startsWith("fuse") && !trusted.mounts.contains(mount)) {
                throw new IdentityDoubt("a file system of the caller's own at " + place(mount));
            }
        }
    }

    /// The field behind the lone dash that ends the optional ones.
    private static String type(String mount) throws IdentityDoubt {
        var fields = mount.split(" ");
        int dash = Arrays.asList(fields).indexOf("-");
        if (dash < 0 || dash + 1 >= fields.length) {
            throw new IdentityDoubt("mounts that are not understood");
        }
        return fields[dash + 1];
    }
}
