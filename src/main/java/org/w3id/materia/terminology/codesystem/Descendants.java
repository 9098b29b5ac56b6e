package org.w3id.materia.terminology.codesystem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether concepts are below one. A single concept is looked up from below, where there are few above it; whoever asks for many
 * is answered from all that are below, which are found once.
 */
final class Descendants implements Predicate<Concept> {
    private static final int FEW = 16;

    private final CodeSystemProvider system;
    private final Concept ancestor;
    private int asked;
    private Set<String> all;

    Descendants(CodeSystemProvider system, Concept ancestor) {
        this.system = system;
        this.ancestor = ancestor;
    }

    @Override
    public boolean test(Concept concept) {
        if (asked++ < FEW) {
            return system.isAncestor(ancestor, concept);
        }
        if (all == null) {
            all = find();
        }
        return all.contains(concept.code());
    }

    private Set<String> find() {
        Set<String> found = new HashSet<>();
        Deque<Concept> open = new ArrayDeque<>(system.children(ancestor));
        while (!open.isEmpty()) {
            Concept concept = open.pop();
            if (found.add(concept.code())) {
                open.addAll(system.children(concept));
            }
        }
        return found;
    }
}
