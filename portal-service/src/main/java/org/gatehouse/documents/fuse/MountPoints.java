package org.gatehouse.documents.fuse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;

/// What is mounted where, as the kernel tells this process.
final class MountPoints {

    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int PLACE = 4;

    private MountPoints() {}

    /// Whether a file system that a process serves is mounted there, dead or alive.
    ///
    /// Asks the table and not the file system, which may not answer.
    static boolean isServed(HostPath point) throws SystemCallException {
        return types(table(), point).stream().anyMatch(type -> type.startsWith("fuse"));
    }

    private static String table() throws SystemCallException {
        try (var file = Descriptor.open("/proc/self/mountinfo", Descriptor.O_RDONLY)) {
            return new String(file.read(LARGEST), StandardCharsets.ISO_8859_1);
        }
    }

    /// The types of what is mounted at a place, in the order in which it was.
    ///
    /// @param table the lines of mountinfo, see proc(5)
    static List<String> types(String table, HostPath point) {
        var place = escaped(point.latin1());
        return table.lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > PLACE && fields[PLACE].equals(place))
                .map(MountPoints::type)
                .toList();
    }

    /// The field behind the lone dash that ends the optional ones.
    private static String type(String[] fields) {
        int dash = Arrays.asList(fields).indexOf("-");
        return dash >= 0 && dash + 1 < fields.length ? fields[dash + 1] : "";
    }

    /// As mountinfo writes it: space, tab, newline and backslash in octal.
    private static String escaped(String path) {
        return path.replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }
}
