package org.w3id.materia.terminology.codesystem;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.w3id.materia.terminology.ecl.Substrate;

/**
 * The active concepts of a code system whose properties are as those of SNOMED CT: a property named by a concept is an attribute, {@code memberOf}
 * names reference sets, and {@code roleGroup} says which attributes hold together ({@code type=value,type=value}). The hierarchy is kept as numbers;
 * attributes are read from the code system when they are asked for.
 */
public final class CodeSystemSubstrate implements Substrate {
    private static final String MEMBER_OF = "memberOf";
    private static final String ROLE_GROUP = "roleGroup";

    private final CodeSystemProvider system;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, BitSet> members = new HashMap<>();
    private final int[][] parents;
    private final int[][] children;

    /** Goes once through all concepts. */
    public CodeSystemSubstrate(CodeSystemProvider system) {
        this.system = system;
        for (Concept concept : system.concepts()) {
            if (!concept.isInactive()) {
                numbers.put(concept.code(), codes.size());
                codes.add(concept.code());
            }
        }
        parents = new int[codes.size()][];
        List<List<Integer>> below = new ArrayList<>();
        codes.forEach(c -> below.add(new ArrayList<>(0)));
        for (Concept concept : system.concepts()) {
            Integer number = numbers.get(concept.code());
            if (number != null) {
                parents[number] = system.parents(concept).stream()
                        .map(p -> numbers.get(p.code()))
                        .filter(p -> p != null)
                        .mapToInt(Integer::intValue)
                        .toArray();
                for (int parent : parents[number]) {
                    below.get(parent).add(number);
                }
                addMemberships(concept, number);
            }
        }
        children = below.stream()
                .map(c -> c.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void addMemberships(Concept concept, int number) {
        for (ConceptProperty property : concept.properties()) {
            Integer referenceSet = property.code().equals(MEMBER_OF) ? numbers.get(property.text()) : null;
            if (referenceSet != null) {
                members.computeIfAbsent(referenceSet, r -> new BitSet()).set(number);
            }
        }
    }

    /** The codes of a set, in order of the code system. */
    public List<String> codes(BitSet concepts) {
        return concepts.stream().mapToObj(codes::get).toList();
    }

    @Override
    public BitSet all() {
        BitSet all = new BitSet(codes.size());
        all.set(0, codes.size());
        return all;
    }

    @Override
    public BitSet concept(String code) {
        BitSet one = new BitSet();
        Integer number = numbers.get(code);
        if (number != null) {
            one.set(number);
        }
        return one;
    }

    @Override
    public BitSet children(BitSet concepts) {
        return step(concepts, children);
    }

    @Override
    public BitSet parents(BitSet concepts) {
        return step(concepts, parents);
    }

    @Override
    public BitSet descendants(BitSet concepts) {
        return closure(concepts, children);
    }

    @Override
    public BitSet ancestors(BitSet concepts) {
        return closure(concepts, parents);
    }

    @Override
    public BitSet members(BitSet referenceSets) {
        BitSet all = new BitSet();
        referenceSets.stream().filter(members::containsKey).forEach(r -> all.or(members.get(r)));
        return all;
    }

    @Override
    public List<Attribute> attributes(int concept) {
        List<ConceptProperty> properties =
                system.locate(codes.get(concept)).map(Concept::properties).orElse(List.of());
        List<Attribute> attributes = new ArrayList<>();
        Set<String> grouped = new HashSet<>();
        int group = 0;
        for (ConceptProperty property : properties) {
            if (property.code().equals(ROLE_GROUP)) {
                group++;
                for (String pair : property.text().split(",")) {
                    int equals = pair.indexOf('=');
                    if (equals > 0 && add(attributes, group, pair.substring(0, equals), pair.substring(equals + 1))) {
                        grouped.add(pair);
                    }
                }
            }
        }
        for (ConceptProperty property : properties) {
            String value = property.value() instanceof CodeType ? property.text() : "#" + property.text();
            if (!grouped.contains(property.code() + "=" + value)) {
                add(attributes, ++group, property.code(), value);
            }
        }
        return attributes;
    }

    /** Adds an attribute; false where the type is no concept. A value with a mark, {@code #5} or {@code "text"}, is concrete. */
    private boolean add(List<Attribute> attributes, int group, String type, String value) {
        Integer number = numbers.get(type);
        if (number == null) {
            return false;
        }
        boolean isNumber = value.startsWith("#");
        boolean text = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String concrete = isNumber ? value.substring(1) : text ? value.substring(1, value.length() - 1) : null;
        int concept = concrete == null ? numbers.getOrDefault(value, -1) : -1;
        attributes.add(new Attribute(group, number, concept, concrete));
        return true;
    }

    private static BitSet step(BitSet from, int[][] links) {
        BitSet reached = new BitSet();
        from.stream().forEach(c -> {
            for (int link : links[c]) {
                reached.set(link);
            }
        });
        return reached;
    }

    private static BitSet closure(BitSet from, int[][] links) {
        BitSet reached = step(from, links);
        for (BitSet fresh = (BitSet) reached.clone(); !fresh.isEmpty(); ) {
            BitSet next = step(fresh, links);
            next.andNot(reached);
            reached.or(next);
            fresh = next;
        }
        return reached;
    }
}
