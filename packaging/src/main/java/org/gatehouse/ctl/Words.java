package org.gatehouse.ctl;

import java.util.Iterator;
import java.util.List;

/// Words that a shell offers to complete.
abstract class Words implements Iterable<String> {

    private final List<String> words;

    Words(List<String> words) {
        this.words = words;
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }
}
