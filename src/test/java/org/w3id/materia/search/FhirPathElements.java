package org.w3id.materia.search;

import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.ResourceFactory;

/** Elements by HAPI's FHIRPath engine, for which a reference resolves to an empty resource of the type that it names. */
final class FhirPathElements {
    private final IFhirPath engine = Examples.CONTEXT.newFhirPath();
    private final Map<String, List<IFhirPath.IParsedExpression>> parsed = new HashMap<>();

    FhirPathElements() {
        engine.setEvaluationContext(new IFhirPathEvaluationContext() {
            @Override
            public IBase resolveReference(IIdType reference, IBase context) {
                return reference.hasResourceType() ? ResourceFactory.createResource(reference.getResourceType()) : null;
            }
        });
    }

    /** Alternative by alternative: the engine's union compares quantities, for which it would need a UCUM service. */
    List<Base> evaluate(Base from, String expression) {
        List<Base> found = new ArrayList<>();
        for (IFhirPath.IParsedExpression each : parsed.computeIfAbsent(expression, this::parse)) {
            found.addAll(engine.evaluate(from, each, Base.class));
        }
        return found;
    }

    private List<IFhirPath.IParsedExpression> parse(String expression) {
        List<IFhirPath.IParsedExpression> alternatives = new ArrayList<>();
        for (String each : expression.split(" \\| ", -1)) {
            try {
                alternatives.add(engine.parse(each));
            } catch (Exception e) {
                throw new IllegalStateException(each, e);
            }
        }
        return alternatives;
    }
}
