package org.gatehouse.documents.mount;

import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseHandler;
import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.documents.fuse.Opcode;
import org.gatehouse.libc.NativeFiles;

/// Sends each request to what answers it. One for each thread.
final class Operations implements FuseHandler {

    private final Lookups lookups;
    private final Metadata metadata;
    private final Listings listings;
    private final Contents contents;
    private final Changes changes;
    private final Renames renames;
    private final ExtendedAttributes attributes;
    private final Locks locks;

    Operations(DocumentTree tree, RecordLocks recordLocks, NativeFiles calls) {
        lookups = new Lookups(tree, calls);
        metadata = new Metadata(tree, calls);
        listings = new Listings(tree, calls);
        contents = new Contents(tree, recordLocks, calls);
        changes = new Changes(tree, lookups, calls);
        renames = new Renames(tree, calls);
        attributes = new ExtendedAttributes(tree, calls);
        locks = new Locks(tree, recordLocks, calls);
    }

    @Override
    public int answer(FuseRequest request, FuseReply reply) {
        return switch (request.opcode()) {
            case Opcode.LOOKUP -> lookups.lookUp(request, reply);
            case Opcode.FORGET -> lookups.forget(request);
            case Opcode.BATCH_FORGET -> lookups.forgetMany(request);
            case Opcode.GETATTR -> metadata.read(request, reply);
            case Opcode.SETATTR -> metadata.change(request, reply);
            case Opcode.ACCESS -> metadata.access(request);
            case Opcode.READLINK -> metadata.readLink(request, reply);
            case Opcode.STATFS -> metadata.fileSystem(request, reply);
            case Opcode.OPENDIR -> listings.open(request, reply);
            case Opcode.READDIR -> listings.read(request, reply);
            case Opcode.FSYNCDIR -> listings.sync(request);
            case Opcode.OPEN -> contents.open(request, reply);
            case Opcode.READ -> contents.read(request, reply);
            case Opcode.WRITE -> contents.write(request, reply);
            case Opcode.FLUSH -> contents.flush(request);
            case Opcode.FSYNC -> contents.sync(request);
            case Opcode.RELEASE, Opcode.RELEASEDIR -> contents.release(request);
            case Opcode.LSEEK -> contents.seek(request, reply);
            case Opcode.FALLOCATE -> contents.allocate(request);
            case Opcode.COPY_FILE_RANGE -> contents.copy(request, reply);
            case Opcode.CREATE -> changes.create(request, reply);
            case Opcode.MKNOD -> changes.makeNode(request, reply);
            case Opcode.MKDIR -> changes.makeFolder(request, reply);
            case Opcode.SYMLINK -> changes.makeLink(request, reply);
            case Opcode.LINK -> changes.link(request, reply);
            case Opcode.UNLINK -> changes.unlink(request);
            case Opcode.RMDIR -> changes.removeFolder(request);
            case Opcode.RENAME, Opcode.RENAME2 -> renames.rename(request);
            case Opcode.GETXATTR -> attributes.get(request, reply);
            case Opcode.LISTXATTR -> attributes.list(request, reply);
            case Opcode.SETXATTR -> attributes.set(request);
            case Opcode.REMOVEXATTR -> attributes.remove(request);
            case Opcode.GETLK -> locks.find(request, reply);
            case Opcode.SETLK, Opcode.SETLKW -> locks.set(request);
            case Opcode.INTERRUPT -> locks.interrupt(request);
            case Opcode.DESTROY -> 0;
            default -> -Errno.ENOSYS;
        };
    }
}
