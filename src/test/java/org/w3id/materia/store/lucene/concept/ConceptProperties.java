package org.w3id.materia.store.lucene.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.terminology.ConceptWriter;
import org.w3id.materia.terminology.StoredConcepts;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Selection;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.TextFilter;
import org.w3id.materia.terminology.codesystem.resource.ResourceCodeSystem;
import org.w3id.materia.terminology.release.ReleasedConcept;

/** The same code system as a resource and in the index: whatever is asked, both answer the same. */
class ConceptProperties {
    private static final List<String> WORDS =
            List.of("Ab", "abacus", "Äther", "beta-2", "co trimoxazole", "42", "abies alba", "b", "x".repeat(120));
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "ab",
            "abac",
            "abacus",
            "b",
            "be 2",
            "co tri",
            "tri co",
            "äth",
            "c1",
            "alba ab",
            "x".repeat(110),
            "?");
    private static final List<String> OPERATORS = List.of(
            "=",
            "in",
            "not-in",
            "exists",
            "regex",
            "is-a",
            "descendent-of",
            "is-not-a",
            "generalizes",
            "child-of",
            "descendent-leaf");
    private static final List<String> PROPERTIES = List.of(
            "concept",
            "code",
            "colour",
            "size",
            "note",
            "display",
            "definition",
            "parent",
            "child",
            "inactive",
            "unknown");

    @Property(tries = 40)
    void indexAnswersAsTheResourceDoes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size)
            throws IOException {
        Random random = new Random(seed);
        CodeSystem resource = generate(random, size);
        CodeSystemProvider memory = new ResourceCodeSystem(resource, List.of());
        Path folder = Files.createTempDirectory("concepts");
        try (StoredConcepts index = write(resource, random, folder.resolve("index"))) {
            assertThat(index.size()).isEqualTo(memory.size());
            compareConcepts(memory, index);
            for (int i = 0; i < 60; i++) {
                compareSelections(memory, index, query(random, size));
            }
        } finally {
            delete(folder);
        }
    }

    /** Whatever letters there are: of several cases, joined to others, beyond the first plane of Unicode. */
    @Property(tries = 60)
    void textFindsTheSameInTheIndexAndInMemory(
            @ForAll("names") List<String> names, @ForAll("names") List<String> texts, @ForAll long seed)
            throws IOException {
        CodeSystem resource = new CodeSystem();
        resource.setUrl("http://example.org/named").setContent(CodeSystemContentMode.COMPLETE);
        resource.setCaseSensitive(true);
        for (String name : names) {
            resource.addConcept()
                    .setCode("c" + resource.getConcept().size())
                    .setDisplay("x" + name)
                    .addDesignation()
                    .setValue(name + 'x');
        }
        CodeSystemProvider memory = new ResourceCodeSystem(resource, List.of());
        Path folder = Files.createTempDirectory("names");
        try (StoredConcepts index = write(resource, new Random(seed), folder.resolve("index"))) {
            for (String text : Stream.concat(texts.stream(), names.stream().map(n -> 'X' + n))
                    .toList()) {
                ConceptQuery query = new ConceptQuery(List.of(), new TextFilter(text), false, false);
                assertThat(codes(index.select(query, 0, 100).concepts()))
                        .as(text)
                        .containsExactlyInAnyOrderElementsOf(
                                codes(memory.select(query, 0, 100).concepts()));
            }
        } finally {
            delete(folder);
        }
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(
                        "a",
                        "A",
                        "b",
                        "é",
                        "e\u0301",
                        "ß",
                        "ẞ",
                        "İ",
                        "ı",
                        "ǅ",
                        "Σ",
                        "ς",
                        "σ",
                        "ﬁ",
                        "8",
                        "٣",
                        "漢",
                        "\ud835\udc9c",
                        "\ud801\udc00",
                        "_",
                        "-",
                        "'",
                        ".",
                        " ",
                        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(letters -> String.join("", letters))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void compareConcepts(CodeSystemProvider memory, CodeSystemProvider index) {
        assertThat(codes(index.roots())).containsExactlyInAnyOrderElementsOf(codes(memory.roots()));
        for (Concept concept : memory.concepts()) {
            String code = concept.code();
            Concept stored = index.locate(code).orElseThrow();
            assertThat(stored.display()).isEqualTo(concept.display());
            assertThat(stored.definition()).isEqualTo(concept.definition());
            assertThat(stored.isInactive()).as(code).isEqualTo(concept.isInactive());
            assertThat(stored.status()).as(code).isEqualTo(concept.status());
            assertThat(stored.designations())
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .comparingOnlyFields("value", "language", "isDisplay", "status")
                    .isEqualTo(concept.designations());
            assertThat(values(stored)).isEqualTo(values(concept));
            assertThat(codes(index.parents(stored)))
                    .containsExactlyInAnyOrderElementsOf(codes(memory.parents(concept)));
            assertThat(codes(index.children(stored)))
                    .containsExactlyInAnyOrderElementsOf(codes(memory.children(concept)));
            for (Concept other : memory.concepts()) {
                assertThat(index.isAncestor(index.locate(other.code()).orElseThrow(), stored))
                        .as("%s above %s", other.code(), code)
                        .isEqualTo(memory.isAncestor(other, concept));
            }
        }
        assertThat(index.locate("nothing")).isEmpty();
        assertThat(index.locate("C0").isPresent()).isEqualTo(memory.locate("C0").isPresent());
    }

    private static void compareSelections(CodeSystemProvider memory, CodeSystemProvider index, ConceptQuery query) {
        boolean understood =
                query.filters().stream().allMatch(f -> memory.filter(f).isPresent());
        assertThat(query.filters().stream().allMatch(f -> index.filter(f).isPresent()))
                .isEqualTo(understood);
        if (!understood) {
            return;
        }
        Selection expected = memory.select(query, 0, 1000);
        Selection found = index.select(query, 0, 1000);
        assertThat(codes(found.concepts()))
                .as(query.toString())
                .containsExactlyInAnyOrderElementsOf(codes(expected.concepts()));
        assertThat(found.total()).as(query.toString()).isEqualTo(expected.total());
        Selection page = index.select(query, 2, 3);
        assertThat(page.total()).isEqualTo(expected.total());
        assertThat(codes(page.concepts()))
                .isEqualTo(codes(found.concepts().stream().skip(2).limit(3).toList()));
        for (Filter filter : query.filters()) {
            for (Concept concept : index.concepts()) {
                assertThat(index.filter(filter).orElseThrow().test(concept))
                        .as("%s of %s", filter, concept.code())
                        .isEqualTo(memory.filter(filter)
                                .orElseThrow()
                                .test(memory.locate(concept.code()).orElseThrow()));
            }
        }
    }

    private static List<String> codes(List<Concept> concepts) {
        return concepts.stream().map(Concept::code).toList();
    }

    private static List<String> values(Concept concept) {
        return concept.properties().stream()
                .filter(p -> !p.code().equals("parent"))
                .map(p -> p.code() + " " + p.uri() + " " + p.value().fhirType() + " " + p.text())
                .sorted()
                .toList();
    }

    private static ConceptQuery query(Random random, int size) {
        List<Filter> filters = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            filters.add(new Filter(of(PROPERTIES, random), of(OPERATORS, random), value(random, size)));
        }
        return new ConceptQuery(filters, new TextFilter(of(TEXTS, random)), random.nextBoolean(), random.nextBoolean());
    }

    private static String value(Random random, int size) {
        return switch (random.nextInt(7)) {
            case 0 -> "red";
            case 1 -> "1, red,c1,true";
            case 2 -> "true";
            case 3 -> "false";
            case 4 -> "c.*|r.d|l{250}";
            default -> "c" + random.nextInt(size);
        };
    }

    private static <T> T of(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static CodeSystem generate(Random random, int size) {
        CodeSystem system = new CodeSystem();
        system.setUrl("http://example.org/generated").setContent(CodeSystemContentMode.COMPLETE);
        system.setCaseSensitive(random.nextBoolean()).setLanguage("en");
        system.addProperty().setCode("colour").setType(PropertyType.CODE).setUri("http://example.org/colour");
        system.addProperty().setCode("size").setType(PropertyType.INTEGER);
        system.addProperty().setCode("note").setType(PropertyType.STRING);
        system.addProperty()
                .setCode("parent")
                .setType(PropertyType.CODE)
                .setUri("http://hl7.org/fhir/concept-properties#parent");
        for (int i = 0; i < size; i++) {
            ConceptDefinitionComponent concept = system.addConcept().setCode("c" + i);
            if (random.nextInt(8) > 0) {
                concept.setDisplay(of(WORDS, random) + " " + of(WORDS, random));
            }
            if (random.nextInt(3) == 0) {
                concept.setDefinition(random.nextBoolean() ? "red" : "l".repeat(250));
            }
            for (int n = random.nextInt(3); n > 0; n--) {
                concept.addDesignation().setLanguage("de").setValue(of(WORDS, random));
            }
            properties(random, concept, i);
        }
        return system;
    }

    private static void properties(Random random, ConceptDefinitionComponent concept, int number) {
        List<Function<Random, Type>> colours =
                List.of(r -> new CodeType("red"), r -> new Coding("http://example.org", "c1", "x"));
        add(concept, "colour", random.nextInt(2) == 0 ? of(colours, random).apply(random) : null);
        add(concept, "size", random.nextInt(2) == 0 ? new IntegerType(random.nextInt(3)) : null);
        add(
                concept,
                "note",
                random.nextInt(3) == 0 ? new StringType(random.nextBoolean() ? "red" : "l".repeat(250)) : null);
        add(concept, "note", random.nextInt(9) == 0 ? new DecimalType("1.50") : null);
        add(concept, "inactive", random.nextInt(4) == 0 ? new BooleanType(true) : null);
        add(concept, "notSelectable", random.nextInt(4) == 0 ? new BooleanType(true) : null);
        for (int n = number == 0 ? 0 : random.nextInt(3); n > 0; n--) {
            add(concept, "parent", new CodeType("c" + random.nextInt(number)));
        }
    }

    private static void add(ConceptDefinitionComponent concept, String code, Type value) {
        if (value != null) {
            concept.addProperty().setCode(code).setValue(value);
        }
    }

    /** The concepts come in any order, so that parents may come behind their children. */
    private static StoredConcepts write(CodeSystem resource, Random random, Path folder) throws IOException {
        CodeSystem header = resource.copy();
        header.setConcept(null);
        List<ConceptDefinitionComponent> shuffled = new ArrayList<>(resource.getConcept());
        java.util.Collections.shuffle(shuffled, random);
        LuceneConceptStore store = new LuceneConceptStore();
        try (ConceptWriter writer = store.create(folder, header)) {
            for (ConceptDefinitionComponent concept : shuffled) {
                assertThat(writer.add(released(concept))).isTrue();
                assertThat(writer.add(released(concept))).isFalse();
            }
            assertThat(writer.finish().unknownParents()).isZero();
        }
        return store.open(folder, header);
    }

    private static ReleasedConcept released(ConceptDefinitionComponent concept) {
        List<ConceptProperty> properties = concept.getProperty().stream()
                .filter(p -> !Set.of("parent", "notSelectable", "inactive").contains(p.getCode()))
                .map(p -> new ConceptProperty(p.getCode(), null, p.getValue()))
                .toList();
        return new ReleasedConcept(
                concept.getCode(),
                new ReleasedConcept.Description(
                        concept.getDisplay(),
                        concept.getDefinition(),
                        concept.getDesignation().stream()
                                .map(d -> new Designation(
                                        d.getLanguage(), null, d.getValue(), false, "active", List.of(), null))
                                .toList(),
                        properties),
                new ReleasedConcept.Standing(
                        concept.getProperty().stream()
                                .filter(p -> p.getCode().equals("parent"))
                                .map(p -> p.getValue().primitiveValue())
                                .toList(),
                        has(concept, "inactive"),
                        has(concept, "notSelectable")),
                new ReleasedConcept.Uses(Set.of(), List.of()));
    }

    private static boolean has(ConceptDefinitionComponent concept, String property) {
        return concept.getProperty().stream().anyMatch(p -> p.getCode().equals(property));
    }
}
