package org.w3id.materia.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.Section;

/**
 * A monograph → Composition (FHIR R4, 2.42), section by section. Its date is set when it is encoded, since the text does not
 * say when it was written.
 */
final class CompositionMapper {
    private final MonographScope scope;
    private final SectionMapper sections;

    CompositionMapper(MonographScope scope, List<DerivedResource> derived) {
        this.scope = scope;
        this.sections = new SectionMapper(scope, derived);
    }

    Composition map() {
        Monograph monograph = scope.monograph();
        Composition resource = scope.begin(new Composition(), scope.id());
        resource.setStatus(CompositionStatus.FINAL);
        resource.setType(scope.vocabulary().concept("document-type", "drug-monograph"));
        resource.setSubject(scope.medication());
        resource.addAuthor(new Reference().setDisplay("Authors of the monograph"));
        resource.setTitle(scope.name());
        monograph.sections().forEach(section -> resource.addSection(sections.map(section)));
        resource.setText(narrative(monograph.sections()).generated());
        return resource;
    }

    private NarrativeBuilder narrative(List<Section> all) {
        NarrativeBuilder narrative = new NarrativeBuilder().title(scope.name());
        if (scope.product().kind() == Product.Kind.COMPONENT) {
            narrative.paragraph("Not a product that can be given: the text describes the ingredients one by one.");
        }
        return narrative
                .paragraph("Drug monograph.")
                .list(all.stream().map(sections::title).toList());
    }
}
