package org.w3id.materia.terminology.ecl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.terminology.codesystem.CodeSystemSubstrate;
import org.w3id.materia.terminology.codesystem.resource.ResourceCodeSystem;

/**
 * Constraints over a small invented hierarchy: 100000 root; 110000 disorder over 111000 fever (over 111100 acute fever) and 112000 rash; 111100 is
 * also below 113000 acute disorder; 120000 attribute over 121000 site, 122000 agent and 123000 count; 130000 place over 131000 page and
 * 132000 cover; 140000 reference set.
 */
class ConstraintTest {
    private final CodeSystemSubstrate substrate = new CodeSystemSubstrate(system());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "111000; 111000",
                "111000 |fever (disorder)|; 111000",
                "< 111000; 111100",
                "<< 111000; 111000 111100",
                "<! 110000; 111000 112000 113000",
                "<<! 111000; 111000 111100",
                "> 111100; 100000 110000 111000 113000",
                ">> 111000; 100000 110000 111000",
                ">! 111100; 111000 113000",
                ">>! 111100; 111000 111100 113000",
                "!!> (<< 111000); 111000",
                "!!< (<< 110000); 111100 112000",
                "^ 140000; 111000 112000",
                "< 110000 AND ^ 140000; 111000 112000",
                "< 110000, ^ 140000; 111000 112000",
                "111000 or 112000 OR 131000; 111000 112000 131000",
                "<< 110000 MINUS << 111000; 110000 112000 113000",
                "< (111000 OR 120000); 111100 121000 122000 123000",
                "<< 110000 : 121000 = 131000; 111100 112000",
                "<< 110000 : 121000 = << 130000; 111000 111100 112000",
                "<< 110000 : 121000 != 131000; 111000 112000",
                "<< 110000 : [0..0] 121000 = *; 110000 113000",
                "<< 110000 : [2..*] 121000 = *; 112000",
                "<< 110000 : < 120000 = 131000, 122000 = 132000; 111100 112000",
                "<< 110000 : { 121000 = 131000, 122000 = 132000 }; 111100",
                "<< 110000 : { 121000 = 131000 } AND { 122000 = 132000 }; 111100 112000",
                "<< 110000 : [2..2] { < 120000 = * }; 112000",
                "<< 110000 : 121000 = 132000 OR 122000 = 131000; 111000 112000",
                "<< 110000 : (121000 OR 122000) = 132000; 111000 111100 112000",
                "<< 110000 : (121000 = 131000 OR 121000 = 132000) AND 122000 = *; 111100 112000",
                "<< 110000 : 123000 = #2; 111000",
                "<< 110000 : 123000 >= #1.5; 111000",
                "<< 110000 : 123000 < #1.5; ''",
                "<< 130000 : R 121000 = 111100; 131000",
                "<< 111000 . 121000; 131000 132000",
                "* : 122000 = *; 111100 112000",
                "<< 111000 /* a comment */; 111000 111100",
                "150000; ''",
                "<< 110000 : 121000 = (< 130000 MINUS 131000); 111000 112000",
            })
    void constraintStandsForItsConcepts(String expression, String codes) throws Exception {
        List<String> expected = codes.isEmpty() ? List.of() : List.of(codes.split(" "));

        assertThat(substrate.codes(ConstraintParser.parse(expression).in(substrate)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; 0; A concept identifier",
                "<<; 2; A concept identifier",
                "12345; 0; A concept identifier",
                "111000 AND 112000 OR 113000; 18; need parentheses",
                "111000 MINUS 112000 MINUS 113000; 20; need parentheses",
                "(111000; 7; ')' is missing",
                "111000 |fever; 8; '|' is missing",
                "111000 {{ term = 'x' }}; 7; not supported",
                "^ [a] 140000; 2; not supported",
                "<< 111000 : 121000; 18; A comparison",
                "<< 111000 : 121000 < 131000; 21; A number",
                "<< 111000 : 121000 = 131000 OR 122000 = 132000 AND 123000 = #1; 47; need parentheses",
                "descendantOf 111000; 0; A concept identifier",
                "111000 /* open; 7; A comment is not closed",
            })
    void whatCannotBeReadIsRefusedAtItsPlace(String expression, int position, String reason) {
        assertThatThrownBy(() -> ConstraintParser.parse(expression))
                .isInstanceOfSatisfying(UnusableConstraintException.class, e -> assertThat(e.position())
                        .isEqualTo(position))
                .hasMessageContaining(reason)
                .hasMessageContaining("at character " + (position + 1));
    }

    @Property(tries = 2000)
    void noTextCrashesTheParser(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({
                        '<', '>', '!', '^', '*', '(', ')', '{', '}', '[', ']', ':', '=', ',', '.', '|', '#', '"', ' ',
                        'R', '/'
                    })
                    @CharRange(from = '0', to = '3')
                    String text) {
        try {
            ConstraintParser.parse(text).in(substrate);
        } catch (UnusableConstraintException e) {
            assertThat(e.position()).isBetween(0, text.length());
        }
    }

    @Property(tries = 5)
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> ConstraintParser.parse("(".repeat(100_000)))
                .isInstanceOf(UnusableConstraintException.class)
                .hasMessageContaining("nested too deeply");
    }

    private static ResourceCodeSystem system() {
        CodeSystem system = new CodeSystem();
        system.setUrl("http://example.org/invented").setContent(CodeSystemContentMode.COMPLETE);
        ConceptDefinitionComponent acute = concept("111100");
        acute.addProperty().setCode("parent").setValue(new CodeType("113000"));
        attributes(acute, "121000=131000,122000=132000");
        ConceptDefinitionComponent fever = concept("111000", acute);
        fever.addProperty().setCode("121000").setValue(new CodeType("132000"));
        fever.addProperty().setCode("123000").setValue(new DecimalType("2.0"));
        fever.addProperty().setCode("memberOf").setValue(new CodeType("140000"));
        ConceptDefinitionComponent rash = concept("112000");
        attributes(rash, "121000=131000,122000=131000");
        attributes(rash, "121000=132000,122000=132000");
        rash.addProperty().setCode("memberOf").setValue(new CodeType("140000"));
        ConceptDefinitionComponent old = concept("150000");
        old.addProperty().setCode("inactive").setValue(new BooleanType(true));
        system.addConcept(concept(
                "100000",
                concept("110000", fever, rash, concept("113000")),
                concept("120000", concept("121000"), concept("122000"), concept("123000")),
                concept("130000", concept("131000"), concept("132000")),
                concept("140000"),
                old));
        system.addProperty().setCode("parent").setUri("http://hl7.org/fhir/concept-properties#parent");
        system.addProperty().setCode("inactive").setUri("http://hl7.org/fhir/concept-properties#inactive");
        return new ResourceCodeSystem(system, List.of());
    }

    private static ConceptDefinitionComponent concept(String code, ConceptDefinitionComponent... inside) {
        ConceptDefinitionComponent concept = new ConceptDefinitionComponent();
        concept.setCode(code);
        List.of(inside).forEach(concept::addConcept);
        return concept;
    }

    /** A group, and its attributes as properties, as a release of SNOMED CT is read. */
    private static void attributes(ConceptDefinitionComponent concept, String group) {
        concept.addProperty().setCode("roleGroup").setValue(new StringType(group));
        for (String pair : group.split(",")) {
            String[] attribute = pair.split("=");
            concept.addProperty().setCode(attribute[0]).setValue(new CodeType(attribute[1]));
        }
    }
}
