package org.w3id.materia.terminology.operation.expansion;

import java.util.LinkedHashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.PublicationState;

/** What an expansion says of itself: what it was made from, and what of that is not fit for use. */
public final class ExpansionFacts {
    private record Fact(String name, String canonical) {}

    private final PublicationState source;
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final Set<String> fragments = new LinkedHashSet<>();

    ExpansionFacts(ValueSet source) {
        this.source = PublicationState.of(source);
        see(this.source);
    }

    void see(CodeSystemHeader system) {
        see(system.publication());
        uses("used-codesystem", system.versionedUrl());
        if (!system.isComplete()) {
            uses("used-fragment", system.versionedUrl());
            fragments.add(system.url());
        }
    }

    void supplements(CodeSystemHeader system) {
        system.supplements().forEach(s -> uses("used-supplement", s));
    }

    void uses(String name, String canonical) {
        if (canonical != null) {
            facts.add(new Fact(name, canonical));
        }
    }

    void take(ExpansionFacts imported) {
        facts.addAll(imported.facts);
        fragments.addAll(imported.fragments);
    }

    void see(PublicationState state) {
        if ("deprecated".equals(state.standardsStatus())) {
            warn("deprecated", state);
        } else if ("withdrawn".equals(state.standardsStatus())) {
            warn("withdrawn", state);
        } else if ("retired".equals(state.status())) {
            warn("retired", state);
        } else if (state.experimental() && !source.experimental()) {
            warn("experimental", state);
        } else if (state.isDraft() && !source.isDraft() && !state.experimental()) {
            warn("draft", state);
        }
    }

    private void warn(String state, PublicationState of) {
        uses("warning-" + state, of.resource().canonical());
    }

    /** Adds the parameters that name what was used, and for each fragment of a code system that the expansion may lack codes. */
    public void write(ValueSetExpansionComponent expansion) {
        facts.forEach(f -> expansion.addParameter().setName(f.name()).setValue(new UriType(f.canonical())));
        for (String fragment : fragments) {
            expansion.addExtension("http://hl7.org/fhir/StructureDefinition/valueset-unclosed", new BooleanType(true));
            expansion.addExtension(
                    "http://hl7.org/fhir/StructureDefinition/valueset-unclosed-reason",
                    new StringType("This extension is based on a fragment of the code system " + fragment));
        }
    }
}
