package org.gatehouse.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The level that an app was built for: the branch of its runtime, such as `23.08` or `46`.
///
/// Shape: 1 to 4 numbers of at most 9 digits, separated by dots. Other branches, such as `master`,
/// have no order, so that nothing can be said of them.
///
/// @param parts the numbers, most important first
public record RuntimeBranch(List<Integer> parts) implements Comparable<RuntimeBranch> {

    private static final Pattern SHAPE = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){0,3}");

    public RuntimeBranch {
        parts = List.copyOf(parts);
    }

    /// Empty for a branch without an order, and for `""`.
    public static Optional<RuntimeBranch> parse(String branch) {
        if (!SHAPE.matcher(branch).matches()) {
            return Optional.empty();
        }
        var parts = Arrays.stream(branch.split("\\.")).map(Integer::parseInt).toList();
        return Optional.of(new RuntimeBranch(parts));
    }

    /// Number by number; a missing one counts as 0.
    @Override
    public int compareTo(RuntimeBranch other) {
        int longest = Math.max(parts.size(), other.parts.size());
        for (int index = 0; index < longest; index++) {
            int order = Integer.compare(part(index), other.part(index));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int part(int index) {
        return index < parts.size() ? parts.get(index) : 0;
    }

    @Override
    public String toString() {
        return String.join(".", parts.stream().map(Object::toString).toList());
    }
}
