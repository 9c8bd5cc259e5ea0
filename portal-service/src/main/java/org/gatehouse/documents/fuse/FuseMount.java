package org.gatehouse.documents.fuse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.DescriptorChannel;
import org.gatehouse.libc.HelperProcess;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.Mounts;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file system in the tree, of type `fuse.NAME`, for the user of this process alone.
///
/// `fusermount3` mounts it, which may do so for anybody, and stays until this process ends, however
/// it ends, to take out what is then dead. Where it is missing, root mounts without it. Threads:
/// one at a time; each method may wait for that program.
public final class FuseMount {

    private static final Logger LOG = LoggerFactory.getLogger(FuseMount.class);
    private static final List<String> PROGRAMS =
            List.of("/usr/bin/fusermount3", "/bin/fusermount3", "/usr/local/bin/fusermount3");
    private static final long HELPER_NANOS = 500_000_000;
    private static final String OPTIONS = "rw,nosuid,nodev";

    private final HostPath point;
    private final Descriptor device;
    private final @Nullable Descriptor lifeline;
    private final @Nullable HelperProcess helper;

    private FuseMount(
            HostPath point,
            Descriptor device,
            @Nullable Descriptor lifeline,
            @Nullable HelperProcess helper) {
        this.point = point;
        this.device = device;
        this.lifeline = lifeline;
        this.helper = helper;
    }

    /// Mounts.
    ///
    /// @param point an empty folder that no other file system is mounted on
    /// @param name source and subtype, such as `portal`
    /// @throws SystemCallException if it cannot be mounted; the reason is logged
    public static FuseMount at(HostPath point, String name) throws SystemCallException {
        var program = program();
        if (program.isEmpty()) {
            return directly(point, name);
        }
        var options = OPTIONS + ",fsname=" + name + ",subtype=" + name + ",auto_unmount";
        var command = List.of(program.get(), "-o", options, "--", text(point));
        var channel = DescriptorChannel.open();
        HelperProcess helper;
        try (var theirs = channel.theirs()) {
            helper =
                    HelperProcess.start(
                            command, List.of("_FUSE_COMMFD=" + HelperProcess.PASSED), theirs);
        } catch (SystemCallException e) {
            channel.close();
            throw e;
        }
        var device = channel.receive();
        if (device.isEmpty()) {
            LOG.error("nothing is mounted at {}: {}", point, helper.complaint());
            helper.close();
            channel.close();
            throw new SystemCallException("fusermount3", Errno.EIO);
        }
        return new FuseMount(point, device.get(), channel.ours(), helper);
    }

    private static Optional<String> program() {
        return PROGRAMS.stream().filter(path -> Files.isExecutable(Path.of(path))).findFirst();
    }

    /// The path as Java passes it on unchanged: what is no text in UTF-8 cannot be passed.
    private static String text(HostPath point) {
        return new String(point.bytes(), StandardCharsets.UTF_8);
    }

    private static FuseMount directly(HostPath point, String name) throws SystemCallException {
        var device = Descriptor.open("/dev/fuse", 2);
        long user = Libc.effectiveUser();
        var options = "fd=%d,rootmode=40000,user_id=%d,group_id=0".formatted(device.number(), user);
        try {
            int flags = Mounts.MS_NOSUID | Mounts.MS_NODEV;
            Mounts.mount(name, point.bytes(), "fuse." + name, flags, options);
        } catch (SystemCallException e) {
            LOG.error("nothing is mounted at {}, and there is no fusermount3", point);
            device.close();
            throw e;
        }
        return new FuseMount(point, device, null, null);
    }

    /// Takes out what a process serves at a place, dead or alive, and what is below it.
    ///
    /// @throws SystemCallException if the table of mounts cannot be read, or it stays
    public static void clear(HostPath point) throws SystemCallException {
        awaitHelperOfDead(point);
        for (int layers = 0; layers < 16 && MountPoints.isServed(point); layers++) {
            LOG.info("taking out what was mounted at {}", point);
            try {
                detach(point);
            } catch (SystemCallException e) {
                // its own helper may have been quicker
                if (MountPoints.isServed(point)) {
                    throw e;
                }
            }
        }
    }

    /// What belonged to a process that has been killed is taken out by its `fusermount3`, any
    /// moment now; which would otherwise take out what is mounted there next.
    private static void awaitHelperOfDead(HostPath point) throws SystemCallException {
        long deadline = System.nanoTime() + HELPER_NANOS;
        while (MountPoints.isServed(point) && isDead(point) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(HELPER_NANOS / 50);
        }
    }

    private static boolean isDead(HostPath point) {
        try (var root = Descriptor.open(point.bytes(), Descriptor.O_PATH)) {
            var _ = root.status();
            return false;
        } catch (SystemCallException e) {
            return e.error() == Errno.ENOTCONN;
        }
    }

    private static void detach(HostPath point) throws SystemCallException {
        if (Libc.effectiveUser() == 0) {
            Mounts.detach(point.bytes());
            return;
        }
        var program = program();
        if (program.isEmpty()) {
            throw new SystemCallException("fusermount3", Errno.ENOENT);
        }
        var command = Stream.of(program.get(), "-u", "-q", "-z", "--", text(point)).toList();
        try (var nothing = Descriptor.open("/dev/null", Descriptor.O_RDONLY);
                var helper = HelperProcess.start(command, List.of(), nothing)) {
            if (helper.await() != 0) {
                throw new SystemCallException("fusermount3", Errno.EPERM);
            }
        }
    }

    /// Where requests come from.
    public Descriptor device() {
        return device;
    }

    /// Takes it out of the tree at once, also while it is used.
    public void unmount() {
        try {
            if (MountPoints.isServed(point)) {
                detach(point);
            }
        } catch (SystemCallException e) {
            LOG.warn("what is mounted at {} stays: {}", point, e.getMessage());
        }
    }

    /// Ends the connection to the kernel, and lets go of the program that would take the mount out;
    /// after [#unmount], or when somebody else has. Whoever still uses it gets errors.
    public void release() {
        device.close();
        if (lifeline != null) {
            lifeline.close();
        }
        if (helper == null) {
            return;
        }
        try (helper) {
            // it ends when the lifeline does
            helper.await();
        } catch (SystemCallException e) {
            LOG.debug("fusermount3 has ended unseen: {}", e.getMessage());
        }
    }
}
