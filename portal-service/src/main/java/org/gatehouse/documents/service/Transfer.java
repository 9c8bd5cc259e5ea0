package org.gatehouse.documents.service;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.documents.origin.Origin;
import org.gatehouse.documents.origin.Sender;
import org.gatehouse.protocol.PortalException;

/// Files on their way from one program to another.
///
/// Threads: any; the files are guarded by the object.
final class Transfer {

    private static final int MOST_FILES = 1024;

    private final String connection;
    private final Sender starter;
    private final boolean writable;
    private final boolean stopsItself;
    private final List<Origin> files = new ArrayList<>();

    /// @param connection of the one who began it, its unique name
    /// @param writable whether the receiver may write
    /// @param stopsItself whether it ends when the files are retrieved
    Transfer(String connection, Sender starter, boolean writable, boolean stopsItself) {
        this.connection = connection;
        this.starter = starter;
        this.writable = writable;
        this.stopsItself = stopsItself;
    }

    String connection() {
        return connection;
    }

    Sender starter() {
        return starter;
    }

    boolean isWritable() {
        return writable;
    }

    boolean stopsItself() {
        return stopsItself;
    }

    /// @throws PortalException `Failed` beyond 1,024 files; none of these is added then
    synchronized void add(List<Origin> more) {
        if (files.size() + more.size() > MOST_FILES) {
            throw PortalException.failed("limit reached: 1024 files in one transfer");
        }
        files.addAll(more);
    }

    synchronized List<Origin> files() {
        return List.copyOf(files);
    }
}
