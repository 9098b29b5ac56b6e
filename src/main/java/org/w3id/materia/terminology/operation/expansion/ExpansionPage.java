package org.w3id.materia.terminology.operation.expansion;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/** The part of an expansion that a request asks for by {@code offset} and {@code count} (FHIR R4, ValueSet/$expand). */
public final class ExpansionPage {
    /** All of it. */
    public static final ExpansionPage WHOLE = new ExpansionPage(-1, -1);

    /** Below 0 where the request does not say. */
    private final int offset;

    private final int count;

    private ExpansionPage(int offset, int count) {
        this.offset = offset;
        this.count = count;
    }

    /** @throws TerminologyFailure where one of the two is no number */
    public static ExpansionPage of(TerminologyRequest request) {
        return new ExpansionPage(request.number("offset", -1), request.number("count", -1));
    }

    /** Whether it has an end, so that an expansion may be of any size. */
    boolean isBounded() {
        return count >= 0;
    }

    /** How many members are before it. */
    int first() {
        return Math.max(0, offset);
    }

    /** How many members it has at most; of a bounded one. */
    int most() {
        return count;
    }

    /** Whether it is all there is, with room left: a page of just the size may be one of several. */
    public boolean holds(int members) {
        return first() == 0 && (!isBounded() || count > members);
    }

    /**
     * Its part of the members.
     *
     * @param skipped how many of those before it are not among the members
     */
    public <T> Stream<T> of(List<T> members, int skipped) {
        Stream<T> from = members.stream().skip(Math.max(0, first() - skipped));
        return isBounded() ? from.limit(count) : from;
    }

    /** Repeats what was asked for. */
    public void writeParameters(ValueSetExpansionComponent expansion) {
        if (offset >= 0) {
            expansion.addParameter().setName("offset").setValue(new IntegerType(offset));
        }
        if (count >= 0) {
            expansion.addParameter().setName("count").setValue(new IntegerType(count));
        }
    }

    /** Says where the page begins, where the request said so. */
    public void write(ValueSetExpansionComponent expansion) {
        if (offset >= 0) {
            expansion.setOffset(offset);
        }
    }
}
