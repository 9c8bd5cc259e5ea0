package org.gatehouse.documents.mount;

import org.gatehouse.protocol.AppId;

/// Something that the kernel knows by a number, until it forgets it.
sealed interface Node permits Node.Root, Node.Apps, Node.App, DocumentFolder, RealNode {

    long ROOT = 1;
    long APPS = 2;

    /// The number, never used for another.
    long id();

    /// `doc/`: every document, as the host sees it.
    record Root() implements Node {
        @Override
        public long id() {
            return ROOT;
        }
    }

    /// `doc/by-app/`.
    record Apps() implements Node {
        @Override
        public long id() {
            return APPS;
        }
    }

    /// `doc/by-app/APP/`: what one app may read.
    record App(long id, AppId app) implements Node {}
}
