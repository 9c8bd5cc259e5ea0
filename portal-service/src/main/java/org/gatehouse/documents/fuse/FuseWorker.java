package org.gatehouse.documents.fuse;

import java.lang.foreign.Arena;
import java.util.function.Function;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.NativeContents;
import org.gatehouse.libc.NativeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that takes requests and answers them, until the kernel ends the connection.
final class FuseWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FuseWorker.class);
    private static final int PAGE = 4096;
    private static final int BUFFER = Negotiation.LARGEST + PAGE;

    private final FuseConnection connection;
    private final int device;
    private final Function<NativeFiles, FuseHandler> handlers;

    /// How many requests it has taken; negated while it waits for one. Written by its thread alone.
    private volatile long taken;

    FuseWorker(FuseConnection connection, int device, Function<NativeFiles, FuseHandler> handlers) {
        this.connection = connection;
        this.device = device;
        this.handlers = handlers;
    }

    @Override
    public void run() {
        try (var arena = Arena.ofConfined()) {
            var calls = new NativeFiles();
            var received = arena.allocate(BUFFER, PAGE);
            var request = new FuseRequest(received);
            var reply = new FuseReply(arena.allocate(BUFFER, PAGE), connection.agreement());
            var handler = handlers.apply(calls);
            while (connection.wantsAnother() && receive(calls.contents(), received.address())) {
                serve(calls.contents(), handler, request, reply);
            }
        } finally {
            connection.threadEnded(this);
        }
    }

    /// A number for what it does: another with each request, not above 0 while it waits for one.
    long taken() {
        return taken;
    }

    /// Waits for a request; false when there will be none any more.
    private boolean receive(NativeContents contents, long into) {
        long before = taken;
        taken = -before;
        connection.waits();
        long got;
        do {
            got = contents.read(device, into, BUFFER);
            // ENOENT: the request was taken back while it was being read
        } while (got == -Libc.ENOENT || got == -Libc.EINTR || got == -Libc.EAGAIN);
        if (got < FuseRequest.HEADER) {
            // the others find out too; none is started in the place of one that ends
            connection.close();
        }
        taken = before + 1;
        connection.works();
        if (got < 0 && got != -Errno.ENODEV && got != -Errno.ECONNABORTED) {
            LOG.warn("the file system cannot be served any longer: error {}", -got);
        }
        return got >= FuseRequest.HEADER;
    }

    private void serve(
            NativeContents contents, FuseHandler handler, FuseRequest request, FuseReply reply) {
        reply.clear();
        int error = answer(handler, request, reply);
        if (error == FuseHandler.NO_REPLY) {
            return;
        }
        int length = reply.seal(request.unique(), error);
        long sent = contents.write(device, reply.start(), length);
        // ENOENT: whoever asked has gone
        if (sent < 0 && sent != -Libc.ENOENT && sent != -Errno.ENODEV) {
            LOG.debug("an answer to {} was not taken: error {}", request.opcode(), -sent);
        }
    }

    private int answer(FuseHandler handler, FuseRequest request, FuseReply reply) {
        if (request.opcode() == Opcode.INIT) {
            return Negotiation.answer(request, reply, connection.agreement());
        }
        try {
            return handler.answer(request, reply);
        } catch (RuntimeException e) {
            LOG.error("request {} could not be answered", request.opcode(), e);
            return -Errno.EIO;
        }
    }
}
