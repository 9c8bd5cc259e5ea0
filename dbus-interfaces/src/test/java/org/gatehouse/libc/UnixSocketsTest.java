package org.gatehouse.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketsTest {

    @TempDir Path folder;

    @Test
    void areFoundByTheNameOfTheirPeer() throws IOException {
        var address = UnixDomainSocketAddress.of(folder.resolve("bus"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            try (var _ = SocketChannel.open(address);
                    var _ = server.accept();
                    var sockets = new UnixSockets()) {
                var peers =
                        ownSockets().stream()
                                .map(sockets::peerName)
                                .flatMap(Optional::stream)
                                .map(name -> name.replace("\0", ""))
                                .toList();

                assertThat(peers).contains(address.toString());
            }
        }
    }

    @Test
    void areAbsentForAnythingElse() throws IOException {
        try (var sockets = new UnixSockets()) {
            assertThat(sockets.peerName(1)).isEmpty();
            assertThat(sockets.peerName(0)).isEmpty();
        }
    }

    private static List<Long> ownSockets() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.flatMap(UnixSocketsTest::target)
                    .filter(link -> link.startsWith("socket:["))
                    .map(link -> Long.valueOf(link.substring(8, link.length() - 1)))
                    .toList();
        }
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }
}
