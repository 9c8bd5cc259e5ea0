package org.gatehouse.identity;

import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;

/// The namespaces that tell a sandbox from the host, as the kernel names them (`mnt:[4026531841]`).
record Namespaces(String user, String mount, String process) {

    /// @param process the process's folder below `/proc`
    static Namespaces of(Descriptor process) throws SystemCallException {
        return new Namespaces(
                process.readLinkAt("ns/user"),
                process.readLinkAt("ns/mnt"),
                process.readLinkAt("ns/pid"));
    }
}
