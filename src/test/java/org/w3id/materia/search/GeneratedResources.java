package org.w3id.materia.search;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicinalProductInteraction.MedicinalProductInteractionInteractantComponent;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Population;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.hl7.fhir.utilities.xhtml.XhtmlParser;
import org.w3id.materia.search.definition.ServedParameters;

/**
 * Resources of any type, of which most elements have values from small vocabularies, so that searches have hits and near misses. The
 * choice of a type for {@code value[x]} and of the values changes with the seed; equal seeds give equal resources.
 */
final class GeneratedResources {
    static final List<String> TEXTS = List.of(
            "Atrial fibrillation",
            "non-valvular atrial fibrillation",
            "Sézary syndrome, relapsed",
            "Pregnancy",
            "alcohol",
            "ALCOHOL (ethanol)",
            "Co-trimoxazole",
            "50% ointment",
            "a$b|c, d\\e");
    static final List<String> CODES = List.of("a1", "A1", "b2", "c,3", "d|4", "e$5", "f");
    static final List<String> SYSTEMS = List.of("urn:s1", "http://s.example/two", "http://s.example/a|b");
    static final List<String> IDS = List.of("g0", "g1", "g2", "g3");

    private static final int DEEPEST = 6;
    private static final List<String> REFERRED_TO = Stream.concat(
                    ServedParameters.TYPES.stream(), Stream.of("Patient", "Patient"))
            .toList();
    private static final List<String> URLS = List.of(
            "http://u.example/fhir",
            "http://u.example/fhir/ValueSet/1",
            "http://u.example/fhir/ValueSet/1/2",
            "http://u.example/fhirs",
            "http://u.example/fhir/ValueSet/1|1.0",
            "urn:oid:1.2.3");
    private static final List<String> DATES = List.of("2019", "2020-02", "2020-02-29", "2021-01-01", "2020");
    private static final List<String> TIMES =
            List.of("2020-02-29T12:30:00Z", "2020-02-29T23:59:59.999-05:00", "2021-01-01T00:00:00+00:00");
    private static final List<BigDecimal> NUMBERS = List.of(
            new BigDecimal("5"),
            new BigDecimal("5.0"),
            new BigDecimal("4.96"),
            new BigDecimal("5.4"),
            new BigDecimal("0.005"),
            new BigDecimal("4960"),
            new BigDecimal("-3"),
            new BigDecimal("100"));
    private static final List<String> UNITS = List.of("mg", "g", "ug", "{tablet}", "mL", "mg/mL");
    private static final List<String> ANYTHING =
            List.of("CodeableConcept", "Reference", "Quantity", "string", "code", "boolean", "Period", "Range");
    private static final Set<String> APART = Set.of("contained", "extension", "modifierExtension", "id", "data");
    private static final Set<String> OF_THE_ROOT = Set.of("implicitRules", "language", "text", "meta");

    private final SplittableRandom random;

    private GeneratedResources(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One of the type and id. */
    static Resource of(String type, String id, long seed) {
        return new GeneratedResources(seed).resource(type, id);
    }

    private Resource resource(String type, String id) {
        Resource resource = ResourceFactory.createResource(type);
        resource.setId(id);
        Meta meta = resource.getMeta();
        meta.addProfile(pick(URLS)).setSource(pick(URLS));
        meta.getLastUpdatedElement().setValueAsString(pick(TIMES));
        meta.addTag(coding());
        meta.addSecurity(coding());
        if (resource instanceof DomainResource domain) {
            addNarrative(domain);
            addExtensions(domain);
        }
        fill(resource, 0);
        return resource;
    }

    private void addNarrative(DomainResource resource) {
        if (random.nextInt(4) > 0) {
            resource.getText().setStatusAsString("generated");
            XhtmlNode div = parsed("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + pick(TEXTS) + " &amp; <b>"
                    + pick(TEXTS) + "</b></p></div>");
            resource.getText().setDiv(div);
        }
    }

    private static XhtmlNode parsed(String xhtml) {
        try {
            return new XhtmlParser().parseFragment(xhtml);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void addExtensions(DomainResource resource) {
        String base = "https://w3id.org/materia/fhir/StructureDefinition/";
        resource.addExtension(new Extension(
                base + "strength", new CodeType(pick(List.of("contraindicated", "not-recommended", "caution")))));
        resource.addExtension(
                new Extension(base + "approval-status", new CodeType(pick(List.of("stated", "off-label")))));
        resource.addExtension(new Extension(base + "serious", new BooleanType(random.nextBoolean())));
    }

    private void fill(Base base, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Property property : base.children()) {
            String name = property.getName();
            if (depth == 0 && OF_THE_ROOT.contains(name)
                    || APART.contains(name)
                    || random.nextInt(depth == 0 ? 6 : 4) == 0) {
                continue;
            }
            int count = property.isList() ? 1 + random.nextInt(2) : 1;
            for (int i = 0; i < count; i++) {
                add(base, name, property.getTypeCode(), depth);
            }
        }
    }

    private void add(Base base, String name, String typeCode, int depth) {
        if (typeCode.isEmpty() || typeCode.startsWith("@") || typeCode.equals("BackboneElement")) {
            Base part = base.addChild(name);
            fill(part, depth + 1);
            if (part instanceof MedicinalProductInteractionInteractantComponent interactant) {
                interactant.addExtension(
                        "https://w3id.org/materia/fhir/StructureDefinition/medicine",
                        reference("Reference(Medication)"));
            }
            return;
        }
        if (typeCode.equals("code")) {
            List<String> codes = enumerated(base, name.replace("[x]", ""));
            base.setProperty(name, new CodeType(codes.isEmpty() ? pick(CODES) : pick(codes)));
            return;
        }
        List<String> types = alternatives(typeCode.equals("*") ? String.join("|", ANYTHING) : typeCode);
        Base value = value(pick(types), depth);
        if (value != null && !value.isEmpty()) {
            base.setProperty(name, value);
        }
    }

    /** At bars that are not within brackets. */
    private static List<String> alternatives(String typeCode) {
        return Arrays.asList(typeCode.split("\\|(?![^(]*\\))"));
    }

    private Base value(String type, int depth) {
        String bare = type.contains("(") ? type.substring(0, type.indexOf('(')) : type;
        return switch (bare) {
            case "Reference" -> reference(type);
            case "CodeableConcept" -> concept();
            case "Coding" -> coding();
            case "Identifier" -> identifier();
            case "Quantity", "SimpleQuantity" -> amount(new Quantity());
            case "Age", "Duration", "Count", "Distance" -> amount((Quantity) ResourceFactory.createType(bare));
            case "Range" ->
                new Range()
                        .setLow(amount(new Quantity()))
                        .setHigh(random.nextInt(3) == 0 ? null : amount(new Quantity()));
            case "Period" -> period();
            case "boolean" -> new BooleanType(random.nextBoolean());
            case "Population" -> population(depth);
            case "xhtml", "Resource", "ElementDefinition" ->
                bare.equals("ElementDefinition") ? filled(bare, depth) : null;
            default -> Character.isLowerCase(bare.charAt(0)) ? primitive(bare) : filled(bare, depth);
        };
    }

    private Base filled(String type, int depth) {
        Base made = ResourceFactory.createType(type);
        fill(made, depth + 1);
        return made;
    }

    private Base population(int depth) {
        Population population = (Population) filled("Population", depth);
        population.addExtension(
                new Extension("https://w3id.org/materia/fhir/StructureDefinition/population", concept()));
        return population;
    }

    private PrimitiveType<?> primitive(String type) {
        PrimitiveType<?> made = (PrimitiveType<?>) ResourceFactory.createType(type);
        made.setValueAsString(
                switch (type) {
                    case "string", "markdown" -> pick(TEXTS);
                    case "code", "id" -> pick(CODES).replaceAll("[^A-Za-z0-9]", "-");
                    case "uri", "url", "canonical" -> pick(URLS);
                    case "oid" -> "urn:oid:1.2.3";
                    case "uuid" -> "urn:uuid:c757873d-ec9a-4326-a141-556f43239520";
                    case "decimal" -> pick(NUMBERS).toPlainString();
                    case "integer", "positiveInt", "unsignedInt" -> String.valueOf(1 + random.nextInt(5));
                    case "date" -> pick(DATES);
                    case "dateTime" -> random.nextBoolean() ? pick(DATES) : pick(TIMES);
                    case "instant" -> pick(TIMES);
                    case "time" -> "12:30:00";
                    case "base64Binary" -> "AAAA";
                    default -> throw new IllegalArgumentException(type);
                });
        return made;
    }

    private CodeableConcept concept() {
        CodeableConcept concept = new CodeableConcept();
        if (random.nextInt(4) > 0) {
            concept.addCoding(coding());
        }
        if (random.nextBoolean()) {
            concept.addCoding(coding());
        }
        return random.nextBoolean() || !concept.hasCoding() ? concept.setText(pick(TEXTS)) : concept;
    }

    private Coding coding() {
        return new Coding(
                random.nextInt(4) == 0 ? null : pick(SYSTEMS), pick(CODES), random.nextBoolean() ? pick(TEXTS) : null);
    }

    private Identifier identifier() {
        Identifier identifier = new Identifier().setSystem(random.nextBoolean() ? pick(SYSTEMS) : null);
        identifier.setValue(pick(CODES));
        return random.nextBoolean() ? identifier.setType(concept()) : identifier;
    }

    private Quantity amount(Quantity quantity) {
        quantity.setValue(pick(NUMBERS));
        int form = random.nextInt(5);
        if (form > 0) {
            String unit = pick(UNITS);
            quantity.setUnit(form == 1 ? "a " + unit : unit);
            if (form > 1) {
                quantity.setCode(unit);
                quantity.setSystem(form == 2 ? "urn:units" : "http://unitsofmeasure.org");
            }
        }
        return quantity;
    }

    private Period period() {
        Period period = new Period();
        int form = random.nextInt(4);
        if (form != 0) {
            period.getStartElement().setValueAsString(random.nextBoolean() ? "2020-02" : "2020-02-29");
        }
        if (form != 1) {
            period.getEndElement().setValueAsString(random.nextBoolean() ? "2020-02-29" : "2021");
        }
        return period;
    }

    private Reference reference(String type) {
        Reference reference = new Reference();
        List<String> targets = new ArrayList<>();
        if (type.contains("(")) {
            targets.addAll(Arrays.asList(
                    type.substring(type.indexOf('(') + 1, type.length() - 1).split("\\|")));
        }
        if (targets.isEmpty() || targets.contains("Any")) {
            targets = REFERRED_TO;
        }
        switch (random.nextInt(8)) {
            case 0 -> reference.setReference("https://elsewhere.example/fhir/" + pick(targets) + "/" + pick(IDS));
            case 1 -> reference.setIdentifier(identifier());
            case 2 -> reference.setDisplay(pick(TEXTS)).setType(pick(targets));
            default -> reference.setReference(pick(targets) + "/" + pick(IDS));
        }
        if (random.nextInt(4) == 0) {
            reference.setIdentifier(identifier());
        }
        return reference;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The codes of a required binding, from the type of the element's accessor; none where any code will do. */
    private static List<String> enumerated(Base base, String name) {
        String property = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (String accessor : List.of("get" + property + "Element", "get" + property)) {
            for (Method method : base.getClass().getMethods()) {
                boolean isAccessor =
                        method.getName().replace("_", "").equals(accessor) && method.getParameterCount() == 0;
                if (isAccessor) {
                    Class<?> codes = enumIn(method.getGenericReturnType());
                    if (codes != null) {
                        return codes(codes);
                    }
                }
            }
        }
        return List.of();
    }

    private static Class<?> enumIn(Type type) {
        if (type instanceof Class<?> c && c.isEnum()) {
            return c;
        }
        return type instanceof ParameterizedType p ? enumIn(p.getActualTypeArguments()[0]) : null;
    }

    private static List<String> codes(Class<?> codes) {
        List<String> all = new ArrayList<>();
        for (Object constant : codes.getEnumConstants()) {
            if (!constant.toString().equals("NULL")) {
                try {
                    all.add((String) codes.getMethod("toCode").invoke(constant));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return all;
    }
}
