package org.w3id.materia.language.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NounPhrasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fever, chills and a runny nose | fever; chills; runny nose",
                "fever; chills; sweats | fever; chills; sweats",
                "drowsiness as well as dry mouth | drowsiness; dry mouth",
                "1,000 units of insulin or sugar | 1,000 units of insulin; sugar",
                "head or neck tumours | head or neck tumours",
                "cancer of the head and neck, and melanoma | cancer of the head and neck; melanoma",
            })
    void coordinationsAreSplitAndFixedPairsAreNot(String text, String expected) {
        assertPhrases(text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severe liver or kidney disease | severe liver disease; severe kidney disease",
                "impaired liver or kidney function | impaired liver function; impaired kidney function",
                "diabetes, heart or lung disease, and glaucoma | diabetes; heart disease; lung disease; glaucoma",
                "hepatic/renal impairment | hepatic impairment; renal impairment",
                "upper and lower respiratory tract infections | upper respiratory tract infections; lower respiratory tract infections",
                "plantar, palmar, or genital warts | plantar warts; palmar warts; genital warts",
                "a history of liver or kidney disease | history of liver disease; history of kidney disease",
                "moderate or severe renal impairment | moderate or severe renal impairment",
                "itchy, watery eyes | itchy, watery eyes",
                "blurred or double vision | blurred vision; double vision",
                "low or high blood sugar | low blood sugar; high blood sugar",
                "dry mouth, blurred vision, and oral thrush | dry mouth; blurred vision; oral thrush",
                "bleeding from the ear, temporary psychiatric disturbances | bleeding from the ear; psychiatric disturbances",
                "lactic acidosis/hepatomegaly | lactic acidosis; hepatomegaly",
                "HIV/AIDS or hepatitis | hiv/aids; hepatitis",
                "acute or severe bronchial spasm | acute bronchial spasm; severe bronchial spasm",
                "deep or extensive burns | deep burns; extensive burns",
                "breast, ovarian or uterine cancer | breast cancer; ovarian cancer; uterine cancer",
                "hearing or vision loss | hearing loss; vision loss",
            })
    void sharedHeadsAreRestored(String text, String expected) {
        assertPhrases(text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "increased heart rate and blood pressure | increased heart rate; increased blood pressure",
                "increased heart rate and dizziness | increased heart rate; dizziness",
                "abdominal pain or discomfort | abdominal pain; abdominal discomfort",
                "skin irritation or redness | skin irritation; skin redness",
                "intestinal bleeding, obstruction, or perforation | intestinal bleeding; intestinal obstruction;"
                        + " intestinal perforation",
                "mechanical obstruction, or perforation | mechanical obstruction; perforation",
                "breast tenderness/enlargement | breast tenderness; breast enlargement",
                "weight gain or loss | weight gain; weight loss",
                "hypersensitivity to macrolides or other antibiotics | hypersensitivity to macrolides; hypersensitivity to other antibiotics",
                "known hypersensitivity to the drug or any of its ingredients, severe asthma, or pregnancy | hypersensitivity to the drug; hypersensitivity to any of its ingredients; severe asthma; pregnancy",
                "hypersensitivity or allergy to soya | allergy to soya",
                "changes in mood, appetite, or sleep | changes in mood; changes in appetite; changes in sleep",
                "changes in mood, dizziness, or rash | changes in mood; dizziness; rash",
                "cancers of the bladder, prostate, and stomach | cancers of the bladder; cancers of the prostate; cancers of the stomach",
                "family history of stroke or heart disease | family history of stroke; family history of heart disease",
            })
    void sharedLeadingWordsAreRestored(String text, String expected) {
        assertPhrases(text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tingling, numbness, or pain in the hands and feet | tingling in the hands and feet; numbness in the hands and feet; pain in the hands and feet",
                "headache, redness or swelling at the injection site | headache; redness at the injection site; swelling at the injection site",
                "swelling of the face, lips, or tongue | swelling of the face, lips, or tongue",
                "swelling of the face, lips, or tongue, hives, and wheezing | swelling of the face, lips, or tongue; hives; wheezing",
                "nausea or pain in the abdomen | nausea; pain in the abdomen",
                "dryness or peeling of the skin | dryness of the skin; peeling of the skin",
            })
    void sharedPlacesAreRestoredAndPartsOfTheBodyStayTogether(String text, String expected) {
        assertPhrases(text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edema (swelling) | edema",
                "allergic reactions (ranging from mild rash to anaphylaxis) | allergic reactions; mild rash; anaphylaxis",
                "low platelets, especially when taken with aspirin or heparin, and gout | low platelets; gout",
                "urinary tract infections (UTIs) | urinary tract infections",
                "skin reactions (rash, hives) and cough | skin reactions; rash; hives; cough",
                "mood changes (e.g., anxiety or depression) | mood changes; anxiety; depression",
                "severe allergic reactions (anaphylaxis) | severe allergic reactions; anaphylaxis",
                "weight changes (gain or loss) | weight changes; weight gain; weight loss",
                "kidney problems (rare) | kidney problems",
                "numbness (tingling, prickling of the skin) | numbness",
                "blood disorders such as anemia and leukopenia | blood disorders; anemia; leukopenia",
                "serious infections, including pneumonia, and sepsis | serious infections; pneumonia; sepsis",
                "low calcium – a serious effect that needs care | low calcium",
            })
    void membersOfAClassAreKeptAndExplanationsAreNot(String text, String expected) {
        assertPhrases(text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "any potential rash | rash",
                "various types of anemia | anemia",
                "a rash that spreads and itches, or fever | rash; fever",
                "vomiting, which may be severe, and rash | vomiting; rash",
                "some other antibiotics | antibiotics",
                "cramps in some people | cramps",
                "the | ",
            })
    void wordsThatAreNoPartOfTheNameAreTrimmed(String text, String expected) {
        assertPhrases(text, expected);
    }

    @Property(tries = 300)
    void noInputCrashesAndEveryRangeIsInsideTheOneAsked(
            @ForAll @From("wordy") String text, @ForAll int a, @ForAll int b) {
        int x = Math.floorMod(a, text.length() + 1);
        int y = Math.floorMod(b, text.length() + 1);
        for (Phrase phrase : NounPhrases.of(text, Math.min(x, y), Math.max(x, y))) {
            assertThat(phrase.start()).isGreaterThanOrEqualTo(Math.min(x, y));
            assertThat(phrase.end()).isGreaterThan(phrase.start()).isLessThanOrEqualTo(Math.max(x, y));
            assertThat(phrase.text()).isNotBlank().isEqualTo(phrase.text().strip());
        }
    }

    @Provide
    Arbitrary<String> wordy() {
        Arbitrary<String> words = Arbitraries.of(
                "severe",
                "liver",
                "disease",
                "and",
                "or",
                ",",
                "(",
                ")",
                " – ",
                "such as",
                "of",
                "the",
                "skin",
                "pain",
                "/",
                "history of",
                "to",
                "allergy",
                "as well as",
                "increased",
                "level",
                "that",
                "e.g.",
                "İ",
                "1,000",
                ".",
                "]");
        return Arbitraries.oneOf(
                words.list().ofMaxSize(14).map(l -> String.join(" ", l)),
                Arbitraries.strings().ofMaxLength(40));
    }

    private static void assertPhrases(String text, String expected) {
        List<String> wanted = expected == null
                ? List.of()
                : Arrays.stream(expected.split("; ")).map(String::strip).toList();
        assertThat(NounPhrases.of(text)).extracting(Phrase::text).containsExactlyElementsOf(wanted);
    }
}
