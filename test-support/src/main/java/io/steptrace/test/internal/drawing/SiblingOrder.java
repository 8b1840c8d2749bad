package io.steptrace.test.internal.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts siblings into the order of an expected drawing as far as their times allow: those that overlap may stand in any order,
 * but nothing stands before what had ended when it began.
 */
final class SiblingOrder {

    private static final Comparator<Branch> BY_END = Comparator.comparingLong(branch -> branch.span().getEndEpochNanos());

    private SiblingOrder() {
    }

    /** The siblings, and all below them, in the order of the expected ones. */
    static List<Branch> following(List<Branch> expected, List<Branch> siblings) {
        List<Branch> rest = new ArrayList<>(siblings);
        List<Branch> ordered = new ArrayList<>();
        for (Branch next : expected) {
            Branch found = find(next, rest);
            if (found != null) {
                rest.remove(found);
                ordered.add(below(next, found));
            }
        }
        ordered.addAll(rest);
        return ordered;
    }

    /**
     * The one that is drawn alike, else one that begins alike; of several that which made room first. Null if there is none.
     */
    private static Branch find(Branch expected, List<Branch> rest) {
        List<Branch> ready = rest.stream()
                .filter(branch -> rest.stream().noneMatch(other -> other != branch && other.precedes(branch)))
                .sorted(BY_END).toList();
        Branch same = first(ready, branch -> below(expected, branch).isDrawnLike(expected));
        Branch alike = same != null ? same : first(ready, branch -> branch.looksLike(expected));
        return alike != null ? alike : first(ready, branch -> branch.isNamedLike(expected));
    }

    private static Branch first(List<Branch> ready, Predicate<Branch> condition) {
        return ready.stream().filter(condition).findFirst().orElse(null);
    }

    private static Branch below(Branch expected, Branch branch) {
        return branch.with(following(expected.children(), branch.children()));
    }
}
