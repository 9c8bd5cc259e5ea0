package org.gatehouse.prompt.fx.files;

import java.util.AbstractList;

/// The numbers of the rows, from 0 on, none of which is ever stored.
final class RowNumbers extends AbstractList<Integer> {

    private final int size;

    RowNumbers(int size) {
        this.size = size;
    }

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return size;
    }
}
