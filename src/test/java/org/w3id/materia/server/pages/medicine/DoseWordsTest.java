package org.w3id.materia.server.pages.medicine;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseWordsTest {
    /** Single quotes stand for the double ones of JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'doseQuantity':{'value':500,'unit':'mg','code':'mg'} | 500 mg
        'doseQuantity':{'value':0.5,'unit':'mg','code':'mg'} | 0.5 mg
        'doseQuantity':{'value':100000,'unit':'IU','code':'[iU]'} | 100000 IU
        'doseQuantity':{'value':1,'unit':'tablet','code':'{tablet}'} | 1 tablet
        'doseQuantity':{'value':2,'unit':'tablet','code':'{tablet}'} | 2 tablets
        'doseQuantity':{'value':2,'unit':'suppository','code':'{suppository}'} | 2 suppositories
        'doseQuantity':{'value':2,'unit':'patch','code':'{patch}'} | 2 patches
        'doseQuantity':{'value':2,'unit':'day','code':'d'} | 2 days
        'doseRange':{'low':{'value':15,'unit':'mg/kg','code':'mg/kg'},'high':{'value':20,'unit':'mg/kg','code':'mg/kg'}} | 15–20 mg/kg
        'doseRange':{'low':{'value':15,'unit':'mg','code':'mg'}} | at least 15 mg
        'doseRange':{'high':{'value':20,'unit':'mg','code':'mg'}} | up to 20 mg
        'rateQuantity':{'value':5,'unit':'mg/minute','code':'mg/min'} | 5 mg/minute
        'rateRange':{'low':{'value':15,'unit':'mg/kg/day','code':'mg/kg/d'},'high':{'value':30,'unit':'mg/kg/day','code':'mg/kg/d'}} | 15–30 mg/kg/day
        'rateRatio':{'numerator':{'value':15,'unit':'mg/kg','code':'mg/kg'},'denominator':{'value':1,'unit':'day','code':'d'}} | 15 mg/kg a day, in all
        """)
    void anAmountIsSaidAsItIs(String element, String words) {
        assertThat(of("'doseAndRate':[{" + element + "}]").given().amount()).containsExactly(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'frequency':1,'period':1,'periodUnit':'d' | once a day
        'frequency':2,'period':1,'periodUnit':'d' | twice a day
        'frequency':3,'frequencyMax':4,'period':1,'periodUnit':'d' | 3–4 times a day
        'frequencyMax':4,'period':1,'periodUnit':'d' | up to 4 times a day
        'frequency':1,'period':8,'periodUnit':'h' | every 8 hours
        'frequency':1,'period':4,'periodMax':6,'periodUnit':'h' | every 4–6 hours
        'frequency':2,'period':3,'periodUnit':'wk' | twice in every 3 weeks
        'frequency':1,'period':1,'periodMax':2,'periodUnit':'d' | every 1–2 days
        'period':1,'periodUnit':'mo' | every month
        'when':['HS'] | before sleep
        'dayOfWeek':['mon','thu'] | on Monday, Thursday
        """)
    void howOftenIsSaidInWords(String repeat, String words) {
        assertThat(of("'timing':{'repeat':{" + repeat + "}}").rhythm().frequency())
                .containsExactly(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'boundsDuration':{'value':7,'unit':'day','code':'d'} | for 7 days
        'boundsRange':{'low':{'value':5,'unit':'day','code':'d'},'high':{'value':7,'unit':'day','code':'d'}} | for 5–7 days
        'boundsRange':{'high':{'value':1,'unit':'week','code':'wk'}} | for up to 1 week
        'duration':60,'durationUnit':'min' | given over 60 minutes
        'duration':1,'durationMax':2,'durationUnit':'h' | given over 1–2 hours
        """)
    void howLongIsSaidOfTheCourseAndOfEachAdministration(String repeat, String words) {
        assertThat(of("'timing':{'repeat':{" + repeat + "}}").rhythm().duration())
                .containsExactly(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'maxDosePerPeriod':{'numerator':{'value':4,'unit':'g','code':'g'},'denominator':{'value':24,'unit':'hour','code':'h'}} | 4 g in 24 hours
        'maxDosePerAdministration':{'value':1,'unit':'g','code':'g'} | 1 g at once
        """)
    void aCeilingHasItsPeriod(String element, String words) {
        assertThat(of(element).ceiling()).containsExactly(words);
    }

    private static DoseRow.Details of(String elements) {
        String json = "{'resourceType':'MedicationKnowledge','administrationGuidelines':[{'dosage':[{'dosage':[{"
                + elements + "}]}]}]}";
        MedicationKnowledge medicine = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(MedicationKnowledge.class, json.replace('\'', '"'));
        List<Dosage> dosages = medicine.getAdministrationGuidelinesFirstRep()
                .getDosageFirstRep()
                .getDosage();
        return DoseWords.of(dosages.get(0));
    }
}
