package org.w3id.materia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The quick loop stays quick: what starts a server or a process, or reads the collection, carries the tag that says so. */
@AnalyzeClasses(packages = "org.w3id.materia", importOptions = ImportOption.OnlyIncludeTests.class)
class TagsTest {
    @ArchTest
    static final ArchRule serversAreTagged = classes()
            .that(areTestsThatUse("TestServer", "SampleServer", "Service"))
            .should(carry("server"));

    @ArchTest
    static final ArchRule processesAreTagged =
            classes().that(areTestsThatUse("ProcessBuilder", "Program")).should(carry("process"));

    @ArchTest
    static final ArchRule collectionsAreTagged =
            classes().that(areTestsThatUse("Corpus")).should(carry("corpus"));

    private static DescribedPredicate<JavaClass> areTestsThatUse(String... names) {
        Set<String> used = Set.of(names);
        return DescribedPredicate.describe(
                "are tests that use one of " + used,
                type -> type.getMethods().stream().anyMatch(TagsTest::isTest)
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(d -> used.contains(d.getTargetClass().getSimpleName())));
    }

    private static boolean isTest(JavaMethod method) {
        return AnnotationSupport.isAnnotated(method.reflect(), Testable.class);
    }

    private static ArchCondition<JavaClass> carry(String tag) {
        return new ArchCondition<>("carry the tag " + tag) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Class<?> reflected = type.reflect();
                boolean tagged = tags(reflected).anyMatch(tag::equals)
                        || Arrays.stream(reflected.getDeclaredMethods()).anyMatch(m -> tags(m).anyMatch(tag::equals));
                events.add(
                        new SimpleConditionEvent(type, tagged, type.getName() + " is to have @Tag(\"" + tag + "\")"));
            }
        };
    }

    private static Stream<String> tags(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
                .map(Tag::value);
    }
}
