package org.w3id.materia.extract.product;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Product.Kind;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.monograph.SectionKind;

/**
 * Whether a text describes a product. It refuses where it says so and none of its sections has content; it describes
 * components where it says that the combination is no real product.
 */
public final class KindReader {
    private static final Set<SectionKind> CONTENT = Set.of(
            SectionKind.USAGE,
            SectionKind.DOSAGE,
            SectionKind.SIDE_EFFECTS,
            SectionKind.HOW_IT_WORKS,
            SectionKind.PRECAUTIONS);
    private static final Set<SectionKind> PREAMBLE =
            Set.of(SectionKind.OTHER, SectionKind.GENERIC_NAME, SectionKind.USAGE);
    private static final Pattern REFUSES = Pattern.compile(
            "\\b(?:cannot|can['’]t|can not|unable to|not able to|not possible to|impossible to) (?:provide"
                    + "|give|offer|generate|create|write|supply|describe)\\b(?! (?:specific )?(?:medical|dosage"
                    + "|dosing|personal|diagnos))"
                    + "|\\bplease (?:provide|specify|supply|give|clarify|tell me)\\b[^.]*\\b(?:name|medicine"
                    + "|medication|drug|product|ingredient)"
                    + "|\\bis(?: not|n['’]t) (?:a|an) (?:specific |single |actual |real )?(?:medicine|medication"
                    + "|drug)\\b(?: itself| on its own| by itself| in itself)?(?! (?:combination|that|with|for|used))"
                    + "|\\b(?:need|require) (?:the|a) (?:specific |full |correct |generic )*name of\\b"
                    + "|\\bno (?:information|data) (?:is |was )?(?:available|found) (?:on|about|for) (?:this|a"
                    + "|the) (?:drug|medicine|medication|product)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPTY = Pattern.compile(
            "^\\W*(?:n/?a|not (?:applicable|available|known)|none|unknown|no information(?: (?:is )?available)?)\\W*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PRODUCT = Pattern.compile(
            "\\b(?:is|are|was)(?: not|n['’]t)\\b(?: currently| generally| typically)? (?:an? )?(?:standard"
                    + "|recogni[sz]ed|real|established|legitimate)\\b(?![^.]*\\bsingle (?:generic )?(?:medicine"
                    + "|medication|name))[^.]*\\b(?:formulations?|combinations?|medications?|medicines?|products?"
                    + "|drugs?|practice)\\b"
                    + "|\\bno standard,? (?:approved|pre-|fixed|commercial)"
                    + "|\\bhypothetical combination\\b|\\b(?:cannot|can['’]t) provide (?:a single|(?:information"
                    + "|details) (?:on|about) (?:a|an|the|this) (?:combination|combined|mixture))\\b"
                    + "|\\b(?:two|three|four|five) (?:distinct|separate|different) (?:medications|drugs|medicines)\\b"
                    + "|\\bnot (?:typically |usually |normally )?combined into a single\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APART = Pattern.compile(
            "\\((?:individual|separate) (?:components?|ingredients?|medications?|drugs?)\\b", Pattern.CASE_INSENSITIVE);

    private KindReader() {}

    /**
     * A monograph, unless the text says otherwise.
     *
     * @param statements all of the monograph's
     */
    public static Kind read(List<Statement> statements, List<Ingredient> ingredients) {
        if (statements.stream().noneMatch(KindReader::hasContent) && (refuses(statements) || isBare(statements))) {
            return Kind.REFUSAL;
        }
        boolean apart = ingredients.size() > 1
                && statements.stream()
                        .filter(s -> PREAMBLE.contains(s.section().kind()))
                        .anyMatch(s -> NO_PRODUCT.matcher(s.text().text()).find()
                                || APART.matcher(s.section().heading()).find());
        return apart ? Kind.COMPONENT : Kind.MONOGRAPH;
    }

    private static boolean refuses(List<Statement> statements) {
        return statements.stream()
                .filter(s -> s.section().kind() != SectionKind.FAQS)
                .anyMatch(s -> REFUSES.matcher(s.text().text()).find());
    }

    private static boolean hasContent(Statement statement) {
        String text = statement.text().text();
        return CONTENT.contains(statement.part())
                && statement.role() != Role.HEADING
                && !EMPTY.matcher(text).matches()
                && !REFUSES.matcher(text).find();
    }

    /** Whether the text says nothing at all under any heading that a monograph has. */
    private static boolean isBare(List<Statement> statements) {
        return statements.stream()
                .filter(s -> s.role() != Role.HEADING)
                .allMatch(s -> EMPTY.matcher(s.text().text()).matches());
    }
}
