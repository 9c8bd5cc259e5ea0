package org.gatehouse.documents.fuse;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class NegotiationTest {

    private static final int ALL = -1;
    private static final int WRITEBACK_CACHE = 1 << 16;
    private static final int POSIX_LOCKS = 1 << 1;
    private static final int AUTO_INVAL_DATA = 1 << 12;
    private static final int DIRECT_IO_ALLOW_MMAP = 1 << 4;
    private static final int VERSION = 7;

    private final MemorySegment received = Arena.ofAuto().allocate(4096, 8);
    private final MemorySegment sent = Arena.ofAuto().allocate(4096, 8);
    private final Agreement agreement = new Agreement();
    private final FuseReply reply = new FuseReply(sent, agreement);

    private int negotiate(int major, int flags) {
        received.set(JAVA_INT, 0, 104);
        received.set(JAVA_INT, 40, major);
        received.set(JAVA_INT, 44, 45);
        received.set(JAVA_INT, 48, 131_072);
        received.set(JAVA_INT, 52, flags);
        return Negotiation.answer(new FuseRequest(received), reply, agreement);
    }

    @Test
    void agreesToWhatBothSidesKnow() {
        int error = negotiate(VERSION, POSIX_LOCKS);

        assertThat(error).isZero();
        assertThat(reply.length()).isEqualTo(64);
        assertThat(sent.get(JAVA_INT, 16)).isEqualTo(VERSION);
        assertThat(sent.get(JAVA_INT, 28)).isEqualTo(POSIX_LOCKS);
    }

    @Test
    void wantsNoWritesLater() {
        negotiate(VERSION, ALL);

        int agreed = sent.get(JAVA_INT, 28);
        assertThat(agreed & WRITEBACK_CACHE).isZero();
        assertThat(agreed & AUTO_INVAL_DATA).isNotZero();
    }

    @Test
    void takesReadsAndWritesThatFitItsBuffers() {
        negotiate(VERSION, ALL);

        assertThat(sent.get(JAVA_INT, 36)).isEqualTo(Negotiation.LARGEST);
        assertThat(sent.get(JAVA_INT, 44) & 0xFFFF).isEqualTo(Negotiation.LARGEST / 4096);
    }

    @Test
    void hasTheKernelKeepNothingWhereItCanStillMap() {
        received.set(JAVA_INT, 56, DIRECT_IO_ALLOW_MMAP);

        negotiate(VERSION, ALL);

        assertThat(sent.get(JAVA_INT, 48)).isEqualTo(DIRECT_IO_ALLOW_MMAP);
        reply.opened(0, 3);
        assertThat(sent.get(JAVA_INT, 24)).isEqualTo(1);
    }

    @Test
    void letsAnOlderKernelKeepWhatItReads() {
        negotiate(VERSION, POSIX_LOCKS);

        reply.opened(0, 3);
        assertThat(sent.get(JAVA_INT, 24)).isZero();
    }

    @Test
    void refusesAKernelThatIsTooOld() {
        assertThat(negotiate(6, ALL)).isEqualTo(-Errno.EINVAL);
    }

    @Test
    void tellsANewerKernelItsOwnVersion() {
        int error = negotiate(8, ALL);

        assertThat(error).isZero();
        assertThat(sent.get(JAVA_INT, 16)).isEqualTo(VERSION);
        assertThat(sent.get(JAVA_INT, 28)).isZero();
    }
}
