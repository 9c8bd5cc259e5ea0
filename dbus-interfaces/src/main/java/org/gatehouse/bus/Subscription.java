package org.gatehouse.bus;

/// Something that is told until it is closed. Closing twice does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
