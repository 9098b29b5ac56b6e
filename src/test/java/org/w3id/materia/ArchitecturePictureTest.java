package org.w3id.materia;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3id.materia.ingest.ConversionStages;

/** The pictures in docs/architecture.md are drawn from the code; this test draws them, and fails where those in the file are older. */
class ArchitecturePictureTest {
    private static final Path FILE = Path.of("docs/architecture.md");
    private static final String ROOT = "org.w3id.materia.";
    private static final String REDRAW = "mvn -B -Pquick -Dtest=ArchitecturePictureTest -Dpictures=draw";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.w3id.materia");

    @Test
    void picturesAreThoseOfTheCode() throws IOException {
        String before = Files.readString(FILE);
        String now = before;
        for (Map.Entry<String, String> picture : pictures().entrySet()) {
            now = replaced(now, picture.getKey(), picture.getValue());
        }
        if ("draw".equals(System.getProperty("pictures"))) {
            Files.writeString(FILE, now);
        } else {
            assertThat(before).as("redraw by: " + REDRAW).isEqualTo(now);
        }
    }

    private Map<String, String> pictures() {
        Map<String, String> pictures = new TreeMap<>();
        pictures.put("way of the data", wayOfTheData());
        pictures.put("packages", uses("", name -> name.split("\\.")[0]));
        for (String family :
                List.of("fhir", "search", "server", "store.lucene", "terminology", "terminology.operation")) {
            pictures.put("rooms of " + family, rooms(family));
        }
        return pictures;
    }

    private static String replaced(String text, String name, String picture) {
        String begin = "<!-- drawn: " + name + " -->\n";
        String end = "<!-- end -->";
        int from = text.indexOf(begin);
        assertThat(from).as("the place for " + name).isNotNegative();
        int to = text.indexOf(end, from);
        assertThat(to).as("the end of " + name).isNotNegative();
        return text.substring(0, from + begin.length()) + "```mermaid\n" + picture + "```\n" + text.substring(to);
    }

    /** Values, with the class that makes one of another between them, in the order in which the stages call them. */
    private String wayOfTheData() {
        Set<String> values = new LinkedHashSet<>(List.of("byte[]"));
        Set<String> arrows = new LinkedHashSet<>();
        JavaClass stages = classes.get(ConversionStages.class);
        JavaClass reading = classes.get(stages.getPackageName() + ".ReadMonograph");
        Stream<JavaMethod> ways =
                Stream.of(method(reading, "of", 2), method(stages, "convert", 4), method(stages, "index", 3));
        ways.flatMap(way -> way.getCallsFromSelf().stream().sorted(Comparator.comparing(JavaCall::getLineNumber)))
                .filter(call -> !call.getTargetOwner().getPackageName().equals(stages.getPackageName()))
                .forEach(call -> made(call).ifPresent(value -> {
                    List<String> of = taken(call).stream()
                            .filter(values::contains)
                            .filter(v -> !v.equals(value))
                            .toList();
                    if (!of.isEmpty()) {
                        of.forEach(v ->
                                arrows.add(arrow(v, value, call.getTargetOwner().getSimpleName())));
                        values.add(value);
                    }
                }));
        return "flowchart LR\n" + String.join("", arrows);
    }

    private static JavaMethod method(JavaClass type, String name, int parameters) {
        return type.getMethods().stream()
                .filter(m ->
                        m.getName().equals(name) && m.getRawParameterTypes().size() == parameters)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> made(JavaCall<?> call) {
        if (call instanceof JavaConstructorCall) {
            return Optional.of(call.getTargetOwner())
                    .filter(ArchitecturePictureTest::isValue)
                    .map(JavaClass::getSimpleName);
        }
        return call.getTarget().resolveMember().stream()
                .flatMap(m -> involved(m.getReturnType()))
                .findFirst();
    }

    /** An accessor takes nothing. Bytes are those that an accessor gives in the same method, or else the monograph's. */
    private static List<String> taken(JavaCall<?> call) {
        List<String> types = new ArrayList<>();
        call.getTarget().resolveMember().stream()
                .flatMap(m -> m.getParameterTypes().stream())
                .flatMap(ArchitecturePictureTest::involved)
                .forEach(types::add);
        if (call.getTarget().getRawParameterTypes().stream()
                .anyMatch(p -> p.getName().equals("[B"))) {
            types.add(call.getOrigin().getCallsFromSelf().stream()
                    .filter(c -> c.getTarget().getRawParameterTypes().isEmpty()
                            && c.getTarget() instanceof AccessTarget.MethodCallTarget accessor
                            && accessor.getRawReturnType().getName().equals("[B"))
                    .map(c -> c.getTargetOwner().getSimpleName())
                    .findFirst()
                    .orElse("byte[]"));
        }
        return types;
    }

    private static Stream<String> involved(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .filter(ArchitecturePictureTest::isValue)
                .map(JavaClass::getSimpleName);
    }

    private static boolean isValue(JavaClass type) {
        return type.getPackageName().startsWith(ROOT) || type.getName().equals("org.hl7.fhir.r4.model.Resource");
    }

    private static String arrow(String from, String to, String by) {
        return "    " + node(from) + " -->|" + by + "| " + node(to) + "\n";
    }

    private static String node(String value) {
        return value.equals("byte[]") ? "bytes[\"monograph.md\"]" : value + "[\"" + value + "\"]";
    }

    private String rooms(String family) {
        String below = family + ".";
        return uses(
                below,
                name -> name.equals(family)
                        ? family
                        : below + name.substring(below.length()).split("\\.")[0]);
    }

    /** Which room uses which, by the shortest arrows that say it: where one leads over others, none is drawn beside them. */
    private String uses(String below, Function<String, String> roomOf) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : classes) {
            room(type, below, roomOf).forEach(from -> {
                Set<String> used = uses.computeIfAbsent(from, f -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass().getBaseComponentType())
                        .flatMap(target -> room(target, below, roomOf).stream())
                        .filter(to -> !to.equals(from))
                        .forEach(used::add);
            });
        }
        return "flowchart TD\n"
                + uses.entrySet().stream()
                        .flatMap(e -> e.getValue().stream()
                                .filter(to -> !leadsOverOthers(uses, e.getKey(), to))
                                .map(to -> "    " + e.getKey() + " --> " + to + "\n"))
                        .collect(joining());
    }

    private static Collection<String> room(JavaClass type, String below, Function<String, String> roomOf) {
        if (!type.getPackageName().startsWith(ROOT)) {
            return List.of();
        }
        String name = type.getPackageName().substring(ROOT.length());
        return (name + ".").startsWith(below) ? List.of(roomOf.apply(name)) : List.of();
    }

    private static boolean leadsOverOthers(Map<String, Set<String>> uses, String from, String to) {
        return uses.get(from).stream()
                .filter(next -> !next.equals(to))
                .anyMatch(next -> reaches(uses, next, to, new TreeSet<>()));
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String to, Set<String> seen) {
        return from.equals(to)
                || seen.add(from)
                        && uses.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(uses, next, to, seen));
    }
}
