package org.w3id.materia.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.extract.fact.QuestionAnswer;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.narrative.XhtmlFragment;
import org.w3id.materia.fhir.scope.EvidenceExtension;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Section;

/**
 * A section of a monograph → {@code Composition.section}: its own text, and references to what was derived from it. Questions become
 * sections of their own in it; where they and their answers are all that the section says, its text is not repeated.
 */
final class SectionMapper {
    private final MonographScope scope;
    private final List<DerivedResource> derived;

    SectionMapper(MonographScope scope, List<DerivedResource> derived) {
        this.scope = scope;
        this.derived = derived;
    }

    SectionComponent map(Section section) {
        SectionComponent component = new SectionComponent();
        component.setTitle(title(section));
        component.setCode(scope.vocabulary().section(section.kind().code()));
        List<QuestionAnswer> questions = scope.facts().questions().stream()
                .filter(q -> section.span().contains(q.evidence().span()))
                .toList();
        if (questions.isEmpty() || !answersAreAll(section, questions)) {
            component.setText(text(section));
        }
        entries(section).forEach(reference -> component.addEntry(new Reference(reference)));
        questions.forEach(question -> component.addSection(map(question)));
        return component;
    }

    /** The section's heading, or the name of its kind where it has none. */
    String title(Section section) {
        return section.heading().isBlank()
                ? scope.vocabulary().codes("section").display(section.kind().code())
                : section.heading();
    }

    private SectionComponent map(QuestionAnswer question) {
        SectionComponent component = new SectionComponent();
        component.addExtension(EvidenceExtension.of(question.evidence(), scope.sentence(question.evidence())));
        component.setTitle(question.question());
        component.setText(new NarrativeBuilder().paragraph(question.answer()).additional());
        return component;
    }

    private boolean answersAreAll(Section section, List<QuestionAnswer> questions) {
        List<Passage> sentences = scope.sentences().within(section.span());
        return sentences.stream().allMatch(sentence -> questions.stream()
                .anyMatch(q -> q.evidence().span().contains(sentence.span())));
    }

    /** A Narrative must say something (invariant txt-2), so an empty section repeats its heading. */
    private Narrative text(Section section) {
        if (section.xhtml().isBlank()) {
            return new NarrativeBuilder().paragraph(title(section)).additional();
        }
        Narrative narrative = new Narrative();
        narrative.setStatus(NarrativeStatus.ADDITIONAL);
        narrative.setDiv(XhtmlFragment.inDiv(section.xhtml()));
        return narrative;
    }

    private Set<String> entries(Section section) {
        Set<String> references = new LinkedHashSet<>();
        for (DerivedResource each : derived) {
            if (section.span().contains(each.evidence().span())) {
                references.add(each.reference().getReference());
            }
        }
        return references;
    }
}
