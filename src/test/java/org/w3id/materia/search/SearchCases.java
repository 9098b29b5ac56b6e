package org.w3id.materia.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.element.ElementPath;

/**
 * The searches to try with one parameter of one type: every form and modifier that FHIR gives it, with values that its elements have,
 * and with others that are nearly theirs.
 */
final class SearchCases {
    private static final List<String> PREFIXES = List.of("", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb");

    private final String type;
    private final SearchDefinition definition;
    private final ConceptSetsOfTest concepts;
    private final Set<SearchCase> cases = new LinkedHashSet<>();

    private SearchCases(String type, SearchDefinition definition, ConceptSetsOfTest concepts) {
        this.type = type;
        this.definition = definition;
        this.concepts = concepts;
    }

    /** @param elements of the parameter, of all resources of the type, as varied as possible */
    static Set<SearchCase> of(
            String type, SearchDefinition definition, List<? extends Base> elements, ConceptSetsOfTest concepts) {
        SearchCases cases = new SearchCases(type, definition, concepts);
        cases.add(":missing", ":missing", "true");
        cases.add(":missing", ":missing", "false");
        elements.forEach(cases::addElement);
        return cases.cases;
    }

    private void addElement(Base element) {
        for (String[] form : forms(definition.type(), element)) {
            add(form[0], form[1], form[2]);
        }
        if (definition.type() == SearchParamType.TOKEN) {
            addNegations(element);
        } else if (definition.type() == SearchParamType.COMPOSITE) {
            addTuples(element);
        }
    }

    /** Form, modifier with its colon, value. */
    private static List<String[]> forms(SearchParamType type, Base element) {
        List<String[]> forms = new ArrayList<>();
        switch (type) {
            case TOKEN -> addTokens(element, forms);
            case STRING -> addTexts(OracleValues.uri(element), List.of("", ":contains", ":exact"), forms);
            case REFERENCE -> addReferences(element, forms);
            case URI -> addUris(OracleValues.uri(element), forms);
            case DATE -> addDates(element, forms);
            case NUMBER, QUANTITY -> addNumbers(element, forms);
            default -> {
                // A composite has the forms of its components.
            }
        }
        return forms;
    }

    private static void addTokens(Base element, List<String[]> forms) {
        for (OracleValues.Token token : OracleValues.tokens(element)) {
            String code = escaped(token.code());
            forms.add(new String[] {"code", "", code});
            forms.add(new String[] {"code", "", code + "x"});
            forms.add(new String[] {"code", "", code.toUpperCase(Locale.ROOT)});
            if (token.system() == null) {
                forms.add(new String[] {"|code", "", "|" + code});
            } else {
                String system = escaped(token.system());
                forms.add(new String[] {"system|code", "", system + "|" + code});
                forms.add(new String[] {"system|code", "", system + "|" + code + "x"});
                forms.add(new String[] {"system|code", "", system + "x|" + code});
                forms.add(new String[] {"system|", "", system + "|"});
                forms.add(new String[] {":below", ":below", system + "|" + code});
                forms.add(new String[] {":below", ":below", system + "|" + code.replaceFirst("(.)x?$", "$1")});
                forms.add(new String[] {":above", ":above", system + "|" + code});
            }
        }
        for (String text : OracleValues.texts(element)) {
            addTexts(text, List.of(":text"), forms);
        }
        if (element instanceof Identifier identifier && identifier.hasValue()) {
            for (Coding coding : identifier.getType().getCoding()) {
                if (coding.hasSystem() && coding.hasCode()) {
                    String ofType = escaped(coding.getSystem()) + "|" + escaped(coding.getCode()) + "|";
                    forms.add(new String[] {":of-type", ":of-type", ofType + escaped(identifier.getValue())});
                    forms.add(new String[] {":of-type", ":of-type", ofType + "nobody"});
                }
            }
        }
    }

    private static void addTexts(String text, List<String> modifiers, List<String[]> forms) {
        String[] words = text.split(" ");
        for (String modifier : modifiers) {
            String form = modifier.isEmpty() ? "text" : modifier;
            for (String value : List.of(
                    text,
                    text.toUpperCase(Locale.ROOT),
                    words[words.length - 1],
                    words[0].substring(0, (words[0].length() + 1) / 2),
                    text.substring(text.length() / 2),
                    text + "x")) {
                if (!value.isBlank()) {
                    forms.add(new String[] {form, modifier, escaped(value)});
                }
            }
        }
    }

    private static void addReferences(Base element, List<String[]> forms) {
        String stated = element instanceof Reference r ? r.getReference() : OracleValues.uri(element);
        if (element instanceof Reference r && r.hasIdentifier()) {
            for (OracleValues.Token token : OracleValues.tokens(r.getIdentifier())) {
                String system = token.system() == null ? "" : escaped(token.system());
                forms.add(new String[] {":identifier", ":identifier", system + "|" + escaped(token.code())});
                forms.add(new String[] {":identifier", ":identifier", escaped(token.code())});
            }
        }
        if (stated == null || stated.startsWith("#")) {
            return;
        }
        String[] parts = stated.split("/");
        if (parts.length == 2) {
            forms.add(new String[] {"id", "", parts[1]});
            forms.add(new String[] {"Type/id", "", stated});
            forms.add(new String[] {"URL of this server", "", Oracle.BASE + "/" + stated});
            forms.add(new String[] {":Type", ":" + parts[0], parts[1]});
            forms.add(new String[] {"Type/id", "", stated + "x"});
        } else {
            forms.add(new String[] {"URL", "", escaped(stated)});
            forms.add(new String[] {"URL", "", escaped(stated.split("\\|")[0])});
            forms.add(new String[] {"URL", "", escaped(stated + "x")});
        }
    }

    private static void addUris(String uri, List<String[]> forms) {
        for (String value : List.of(uri, uri.split("\\|")[0], uri + "/x", uri + "x", uri.replaceFirst("/[^/]*$", ""))) {
            for (String modifier : List.of("", ":below", ":above")) {
                forms.add(new String[] {modifier.isEmpty() ? "URI" : modifier, modifier, escaped(value)});
            }
        }
    }

    private static void addDates(Base element, List<String[]> forms) {
        List<String> dates = new ArrayList<>();
        if (element instanceof Period period) {
            dates.add(period.getStartElement().getValueAsString());
            dates.add(period.getEndElement().getValueAsString());
        } else {
            dates.add(((BaseDateTimeType) element).getValueAsString());
        }
        for (String date : dates) {
            if (date != null) {
                for (String value : List.of(
                        date, date.substring(0, Math.min(10, date.length())), date.substring(0, 4), "1990", "2090")) {
                    PREFIXES.forEach(p -> forms.add(new String[] {p + "date", "", p + value}));
                }
            }
        }
    }

    private static void addNumbers(Base element, List<String[]> forms) {
        if (element instanceof Range range) {
            if (range.getLow().hasValue()) {
                addNumbers(range.getLow(), forms);
            }
            if (range.getHigh().hasValue()) {
                addNumbers(range.getHigh(), forms);
            }
            return;
        }
        boolean isNumber = element instanceof DecimalType;
        Quantity quantity = isNumber ? new Quantity().setValue(((DecimalType) element).getValue()) : (Quantity) element;
        BigDecimal value = quantity.getValue();
        for (BigDecimal number : List.of(
                value,
                value.round(new MathContext(1, RoundingMode.HALF_UP)),
                value.add(new BigDecimal("0.5")),
                value.subtract(new BigDecimal("0.05")),
                new BigDecimal("-9e6"),
                new BigDecimal("9e6"))) {
            for (String prefix : PREFIXES) {
                forms.add(new String[] {prefix + "number", "", prefix + number});
                String unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
                if (unit != null) {
                    forms.add(new String[] {prefix + "number||unit", "", prefix + number + "||" + unit});
                }
                if (quantity.hasSystem()) {
                    String coded = "|" + quantity.getSystem() + "|";
                    forms.add(new String[] {prefix + "number|system|code", "", prefix + number + coded + unit});
                    if (unit.equals("mg")) {
                        String grams = prefix + number.movePointLeft(3).toPlainString();
                        forms.add(new String[] {"number in another unit", "", grams + coded + "g"});
                    }
                }
            }
        }
    }

    /** What is not, and what is in a set; alternatives of a negation are excluded together. */
    private void addNegations(Base element) {
        for (OracleValues.Token token : OracleValues.tokens(element)) {
            String code = escaped(token.code());
            add(":not", ":not", code);
            add(":not", ":not", code + ",f");
            if (token.system() != null) {
                ConceptKey concept = new ConceptKey(token.system(), token.code());
                String url = concepts.valueSet(concept, new ConceptKey("urn:s1", "never"));
                add(":in", ":in", url);
                add(":not-in", ":not-in", url);
                add(":not", ":not", escaped(token.system()) + "|" + code);
            }
        }
    }

    private void addTuples(Base element) {
        List<List<String>> values = new ArrayList<>();
        for (SearchDefinition.Component component : definition.components()) {
            List<String> ofComponent = new ArrayList<>();
            for (Base part : ElementPath.compile(type, component.expression()).evaluate(element)) {
                for (String[] form : forms(component.type(), part)) {
                    if (form[1].isEmpty()) {
                        ofComponent.add(form[2]);
                    }
                }
            }
            values.add(ofComponent);
        }
        for (String first : values.get(0)) {
            values.get(1).stream().limit(12).forEach(second -> add("tuple", "", first + "$" + second));
        }
    }

    private void add(String form, String modifier, String value) {
        cases.add(
                new SearchCase(type, type + "." + definition.code() + " " + form, definition.code() + modifier, value));
    }

    static String escaped(String value) {
        return value.replaceAll("([\\\\,|$])", "\\\\$1");
    }
}
