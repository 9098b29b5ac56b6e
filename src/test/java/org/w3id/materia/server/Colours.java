package org.w3id.materia.server;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupUnmappedMode;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;

/** A small terminology for tests: colours, the value set of warm ones, and a map to what they mean at sea. */
public final class Colours {
    public static final String SYSTEM = "http://colours.example/CodeSystem/colours";
    public static final String WARM = "http://colours.example/ValueSet/warm";
    public static final String SIGNALS = "http://colours.example/CodeSystem/signals";
    public static final String MAP = "http://colours.example/ConceptMap/signals";

    private Colours() {}

    /** Colour (abstract) over red, blue and grey (inactive); red over crimson and scarlet. */
    public static CodeSystem codeSystem() {
        CodeSystem system = new CodeSystem();
        system.setId("colours");
        system.setUrl(SYSTEM).setVersion("1.0.0").setName("Colours").setStatus(PublicationStatus.ACTIVE);
        system.setContent(CodeSystemContentMode.COMPLETE).setCaseSensitive(true);
        system.addProperty().setCode("hue").setType(PropertyType.CODE);
        system.addProperty()
                .setCode("notSelectable")
                .setUri("http://hl7.org/fhir/concept-properties#notSelectable")
                .setType(PropertyType.BOOLEAN);
        system.addProperty()
                .setCode("status")
                .setUri("http://hl7.org/fhir/concept-properties#status")
                .setType(PropertyType.CODE);
        ConceptDefinitionComponent colour =
                system.addConcept().setCode("colour").setDisplay("Colour");
        colour.addProperty().setCode("notSelectable").setValue(new BooleanType(true));
        ConceptDefinitionComponent red = colour.addConcept().setCode("red").setDisplay("Red");
        red.setDefinition("The colour of ripe tomatoes");
        red.addDesignation().setLanguage("de").setValue("Rot");
        red.addProperty().setCode("hue").setValue(new CodeType("warm"));
        red.addConcept()
                .setCode("crimson")
                .setDisplay("Crimson")
                .addProperty()
                .setCode("hue")
                .setValue(new CodeType("warm"));
        red.addConcept().setCode("scarlet").setDisplay("Scarlet red");
        colour.addConcept()
                .setCode("blue")
                .setDisplay("Blue")
                .addProperty()
                .setCode("hue")
                .setValue(new CodeType("cold"));
        colour.addConcept()
                .setCode("grey")
                .setDisplay("Grey")
                .addProperty()
                .setCode("status")
                .setValue(new CodeType("retired"));
        return system;
    }

    /** Red and what is a kind of it. */
    public static ValueSet warm() {
        ValueSet warm = new ValueSet();
        warm.setId("warm");
        warm.setUrl(WARM).setVersion("1").setName("Warm").setStatus(PublicationStatus.ACTIVE);
        warm.getCompose()
                .addInclude()
                .setSystem(SYSTEM)
                .addFilter()
                .setProperty("concept")
                .setOp(FilterOperator.ISA)
                .setValue("red");
        return warm;
    }

    /** Red means danger, crimson a narrower danger, blue nothing; every other colour means "none". */
    public static ConceptMap signals() {
        ConceptMap map = new ConceptMap();
        map.setId("signals");
        map.setUrl(MAP).setVersion("2").setName("Signals").setStatus(PublicationStatus.ACTIVE);
        map.setSource(new UriType(WARM));
        ConceptMapGroupComponent group = map.addGroup().setSource(SYSTEM).setTarget(SIGNALS);
        group.addElement()
                .setCode("red")
                .addTarget()
                .setCode("danger")
                .setDisplay("Danger")
                .setEquivalence(ConceptMapEquivalence.EQUIVALENT);
        group.addElement()
                .setCode("crimson")
                .addTarget()
                .setCode("danger")
                .setDisplay("Danger")
                .setEquivalence(ConceptMapEquivalence.WIDER);
        group.addElement().setCode("blue").addTarget().setEquivalence(ConceptMapEquivalence.UNMATCHED);
        group.getUnmapped().setMode(ConceptMapGroupUnmappedMode.FIXED).setCode("none");
        return map;
    }
}
