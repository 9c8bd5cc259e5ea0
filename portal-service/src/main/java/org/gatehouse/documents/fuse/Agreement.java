package org.gatehouse.documents.fuse;

/// What was agreed with the kernel that matters to answers. Threads: any.
final class Agreement {

    private volatile boolean mayMapUnkept;

    /// Says whether the content of a file may be mapped that the kernel does not keep otherwise.
    void mayMapUnkept(boolean may) {
        mayMapUnkept = may;
    }

    boolean mayMapUnkept() {
        return mayMapUnkept;
    }
}
