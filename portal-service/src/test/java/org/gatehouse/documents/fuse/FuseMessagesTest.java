package org.gatehouse.documents.fuse;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FuseMessagesTest {

    private static final long UNIQUE = 0x1122334455667788L;

    private final MemorySegment memory = Arena.ofAuto().allocate(4096, 8);

    @Nested
    class ARequest {

        private final FuseRequest request = new FuseRequest(memory);

        private void receive(int opcode, long node, byte[] body) {
            memory.set(JAVA_INT, 0, 40 + body.length);
            memory.set(JAVA_INT, 4, opcode);
            memory.set(JAVA_LONG, 8, UNIQUE);
            memory.set(JAVA_LONG, 16, node);
            memory.set(JAVA_INT, 32, 4711);
            MemorySegment.copy(body, 0, memory, JAVA_BYTE, 40, body.length);
        }

        @Test
        void saysWhatIsAskedAndByWhom() {
            receive(Opcode.LOOKUP, 5, new byte[0]);

            assertThat(request.opcode()).isEqualTo(Opcode.LOOKUP);
            assertThat(request.unique()).isEqualTo(UNIQUE);
            assertThat(request.node()).isEqualTo(5);
            assertThat(request.process()).isEqualTo(4711);
        }

        @Test
        void givesNamesByteByByte() {
            receive(Opcode.LOOKUP, 1, new byte[] {'a', (byte) 0xFF, '\n', 0, 'x'});

            assertThat(request.name(0)).isEqualTo("a\u00FF\n");
            assertThat(request.nameLength(0)).isEqualTo(3);
        }

        @Test
        void findsTheSecondOfTwoNames() {
            receive(Opcode.SYMLINK, 1, "link\0target\0".getBytes(StandardCharsets.US_ASCII));

            assertThat(request.name(request.nameLength(0) + 1)).isEqualTo("target");
        }

        @Test
        void readsNoFurtherThanItWasReceived() {
            receive(Opcode.LOOKUP, 1, new byte[] {'a', 'b'});
            memory.set(JAVA_BYTE, 42, (byte) 'c'); // of an earlier, longer request

            assertThat(request.name(0)).isEqualTo("ab");
        }
    }

    @Nested
    class AReply {

        private final FuseReply reply = new FuseReply(memory, new Agreement());

        @Test
        void bearsTheNumberOfItsRequest() {
            reply.zeros(8);
            reply.int32(0, 42);

            int length = reply.seal(UNIQUE, 0);

            assertThat(length).isEqualTo(24);
            assertThat(memory.get(JAVA_INT, 0)).isEqualTo(24);
            assertThat(memory.get(JAVA_INT, 4)).isZero();
            assertThat(memory.get(JAVA_LONG, 8)).isEqualTo(UNIQUE);
            assertThat(memory.get(JAVA_INT, 16)).isEqualTo(42);
        }

        @Test
        void carriesNothingBesideAnError() {
            reply.zeros(64);

            int length = reply.seal(UNIQUE, -Errno.EACCES);

            assertThat(length).isEqualTo(16);
            assertThat(memory.get(JAVA_INT, 4)).isEqualTo(-13);
        }

        @Test
        void forgetsWhatWasThereBefore() {
            memory.fill((byte) 0x55);

            reply.zeros(16);

            assertThat(memory.get(JAVA_LONG, 16)).isZero();
            assertThat(memory.get(JAVA_LONG, 24)).isZero();
        }
    }
}
