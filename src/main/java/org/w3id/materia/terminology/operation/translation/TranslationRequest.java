package org.w3id.materia.terminology.operation.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.OtherElementComponent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/** What is to be translated, and to where, in the names of R4 or of R5. */
public final class TranslationRequest {
    public static final List<String> OF_R5 = List.of(
            "sourceCode",
            "sourceCoding",
            "sourceCodeableConcept",
            "sourceSystem",
            "sourceVersion",
            "sourceScope",
            "targetCode",
            "targetCoding",
            "targetCodeableConcept",
            "targetSystem",
            "targetVersion",
            "targetScope");

    private final TerminologyRequest request;

    public TranslationRequest(TerminologyRequest request) {
        this.request = request;
    }

    /** Whether the request is in the names of R5, whose answers have other names as well. */
    public boolean isNewer() {
        return OF_R5.stream().anyMatch(request::has);
    }

    /** Whether the concept is one of the target, and its source is wanted. */
    public boolean isReverse() {
        return request.is("reverse", false) || isTargetGiven();
    }

    /** R5 has no parameter for it: the concept comes under another name. */
    private boolean isTargetGiven() {
        return Stream.of("targetCode", "targetCoding", "targetCodeableConcept").anyMatch(request::has);
    }

    /** Whether any map will do. */
    public boolean isOpen() {
        return Stream.of("url", "source", "sourceScope", "target", "targetScope")
                        .noneMatch(request::has)
                && request.resource("conceptMap", ConceptMap.class) == null;
    }

    /** The value set in which the concept has to be; null for any. */
    String ownScope() {
        return isReverse() ? either("target", "targetScope") : either("source", "sourceScope");
    }

    /** The value set in which the translation has to be; null for any. */
    String wantedScope() {
        return isReverse() ? either("source", "sourceScope") : either("target", "targetScope");
    }

    /** @throws TerminologyFailure where there is none, or one without a code or system */
    public List<Coding> codings() {
        List<Coding> codings = Stream.of("codeableConcept", "sourceCodeableConcept", "targetCodeableConcept")
                .map(request::concept)
                .filter(Objects::nonNull)
                .flatMap(c -> c.getCoding().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        Stream.of("coding", "sourceCoding", "targetCoding")
                .map(request::coding)
                .filter(Objects::nonNull)
                .forEach(codings::add);
        Stream.of("code", "sourceCode", "targetCode")
                .map(request::text)
                .filter(Objects::nonNull)
                .forEach(code -> codings.add(new Coding(system(), code, null)
                        .setVersion(firstOf("version", "sourceVersion", "targetVersion"))));
        if (codings.isEmpty() || codings.stream().anyMatch(c -> !c.hasCode() || !c.hasSystem())) {
            throw TerminologyFailure.invalid(Issue.error(
                    IssueType.INVALID,
                    null,
                    null,
                    Messages.plain("Give 'code' with 'system', or a 'coding' or 'codeableConcept' with both in it")));
        }
        return codings;
    }

    /** The code system of a simple code; null where absent. */
    private String system() {
        return isTargetGiven()
                ? Optional.ofNullable(either("targetsystem", "targetSystem")).orElse(request.text("system"))
                : either("system", "sourceSystem");
    }

    /** The code system of the answer; null for any. */
    public String wantedSystem() {
        if (!isTargetGiven()) {
            return either("targetsystem", "targetSystem");
        }
        boolean systemIsOther = either("targetsystem", "targetSystem") != null;
        return systemIsOther ? either("sourceSystem", "system") : request.text("sourceSystem");
    }

    private String firstOf(String... names) {
        return Stream.of(names)
                .map(request::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String either(String name, String newer) {
        return Optional.ofNullable(request.text(name)).orElse(request.text(newer));
    }

    /** What the request tells beside the concept, for mappings that depend on it. */
    public static List<OtherElementComponent> dependencies(Parameters parameters) {
        List<OtherElementComponent> dependencies = new ArrayList<>();
        for (ParametersParameterComponent parameter : parameters.getParameter()) {
            if (!"dependency".equals(parameter.getName())) {
                continue;
            }
            String element = null;
            List<Coding> values = List.of();
            for (ParametersParameterComponent part : parameter.getPart()) {
                if ("element".equals(part.getName()) && part.hasValue()) {
                    element = part.getValue().primitiveValue();
                } else if (part.getValue() instanceof CodeableConcept concept) {
                    values = concept.getCoding();
                }
            }
            for (Coding value : values) {
                dependencies.add(new OtherElementComponent()
                        .setProperty(element)
                        .setSystem(value.getSystem())
                        .setValue(value.getCode()));
            }
        }
        return dependencies;
    }
}
