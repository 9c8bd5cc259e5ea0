package org.gatehouse.documents.service;

import java.util.concurrent.CompletableFuture;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.RoleFailure;

/// Mounts the documents as a file system.
@FunctionalInterface
interface Mounting {

    /// A mount that serves.
    interface Mounted extends AutoCloseable {

        /// `st_dev` of what is on it.
        long device();

        /// Completes when it is no longer mounted, with the exit status that the process contract
        /// gives for that reason.
        CompletableFuture<Integer> ended();

        /// Unmounts it.
        @Override
        void close();
    }

    /// Mounts the table at `point`; it serves when this returns.
    ///
    /// @throws RoleFailure 6 or 7 if it cannot be mounted
    Mounted mount(DocumentTable documents, HostPath point) throws RoleFailure;
}
