package org.gatehouse.documents.mount;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.documents.fuse.FuseMount;
import org.gatehouse.protocol.HostPath;

/// A [ServedDocument] in a process of its own, as this user or as nobody; leaves no mount behind.
final class ServingProcess implements AutoCloseable {

    private static final long END_SECONDS = 20;
    private static final String AS_NOBODY = "setpriv --reuid 65534 --regid 65534 --clear-groups --";
    private static final String NAMESPACE =
            "mount -t tmpfs none $0 && mknod -m 666 $0/fuse c 10 229"
                    + " && mount --bind $0/fuse /dev/fuse && exec "
                    + AS_NOBODY
                    + " \"$@\"";

    private final Process process;
    private final HostPath point;

    private ServingProcess(Process process, HostPath point) {
        this.process = process;
        this.point = point;
    }

    /// Starts it and waits until it serves.
    static ServingProcess start(Path point, Path file) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), point, file);
    }

    /// As [#start], with the rights of nobody, if this is root; which root could not see through.
    ///
    /// The classes are copied to where nobody may read them. It is in a mount namespace of its own,
    /// whose `/dev/fuse` everybody may open, as is usual: not so in every container.
    ///
    /// @param scratch a folder that everybody may read
    static ServingProcess startAsNobody(Path scratch, Path point, Path file) throws IOException {
        if (!isRoot()) {
            return start(point, file);
        }
        var readable = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(":")) {
            readable.add(copy(Path.of(entry), scratch.resolve("" + readable.size())).toString());
        }
        var devices = Files.createDirectory(scratch.resolve("devices"));
        var asNobody =
                List.of("unshare", "--mount", "--", "sh", "-c", NAMESPACE, devices.toString());
        return start(asNobody, String.join(":", readable), point, file);
    }

    private static boolean isRoot() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
    }

    /// What a program of that user writes, in that namespace.
    String run(String... command) throws Exception {
        var all = new ArrayList<String>();
        if (isRoot()) {
            all.addAll(List.of("nsenter", "--mount=/proc/" + process.pid() + "/ns/mnt"));
            all.addAll(List.of(AS_NOBODY.split(" ")));
        }
        all.addAll(List.of(command));
        return Mounted.run(Path.of("/"), all.toArray(String[]::new));
    }

    private static ServingProcess start(
            List<String> prefix, String classPath, Path point, Path file) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx64m", "-cp", classPath));
        command.add(ServedDocument.class.getName());
        command.addAll(List.of(point.toString(), file.toString()));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var serving = new ServingProcess(process, new HostPath(point.toString()));
        var said = process.inputReader().readLine();
        if (!"ready".equals(said)) {
            serving.close();
            throw new IOException("it does not serve: " + said);
        }
        return serving;
    }

    private static Path copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            return Files.copy(from, Path.of(to + ".jar"));
        }
        if (!Files.isDirectory(from)) {
            return to;
        }
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes is)
                            throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(each).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path each, BasicFileAttributes is)
                            throws IOException {
                        Files.copy(each, to.resolve(from.relativize(each).toString()));
                        return FileVisitResult.CONTINUE;
                    }
                });
        return to;
    }

    /// Sends it a signal, such as `STOP`.
    void signal(String name) throws Exception {
        Mounted.run(Path.of("/"), "kill", "-" + name, Long.toString(process.pid()));
    }

    /// Kills it, as nothing that it could prepare for.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Has it end in good order.
    ///
    /// @return its exit status
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FuseMount.clear(point);
    }
}
