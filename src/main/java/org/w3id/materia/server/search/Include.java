package org.w3id.materia.server.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;

/**
 * One {@code _include} or {@code _revinclude} (FHIR R4, 3.1.1.5.4): {@code Type:parameter} or {@code Type:parameter:Target}.
 *
 * @param source type of the resources whose references are followed
 * @param parameter code of the reference parameter; empty for all of them ({@code *})
 * @param target type that is included (or, reverse, referred to); empty for any
 * @param iterate whether what was included is followed too
 * @param reverse whether those are included that refer, and not those that are referred to
 */
public record Include(
        String source, Optional<String> parameter, Optional<String> target, boolean iterate, boolean reverse) {
    private static final Pattern NAME = Pattern.compile("_(rev)?include(:iterate)?");
    private static final Pattern VALUE = Pattern.compile("([A-Za-z]+):(\\*|[A-Za-z-]+)(?::([A-Za-z]+))?");

    /** Whether the parameter of that name says what to include. */
    static boolean isNamed(String name) {
        return name.startsWith("_include") || name.startsWith("_revinclude");
    }

    /**
     * @param name of the parameter, with its modifier
     * @throws Failure where the modifier is unknown, or the value names no reference parameter that is served
     */
    static Include parse(String name, String value, SearchParameters parameters) {
        Matcher kind = NAME.matcher(name);
        if (!kind.matches()) {
            throw Failure.invalid("'" + name + "' has no such modifier: there is ':iterate'.");
        }
        Matcher path = VALUE.matcher(value);
        if (!path.matches()) {
            throw Failure.invalid("'" + value + "' is not a value for '" + name
                    + "': it is written Type:parameter, Type:parameter:TargetType or Type:*.");
        }
        Include include = new Include(
                path.group(1),
                Optional.of(path.group(2)).filter(p -> !p.equals("*")),
                Optional.ofNullable(path.group(3)),
                kind.group(2) != null,
                kind.group(1) != null);
        include.check(name, parameters);
        return include;
    }

    private void check(String name, SearchParameters parameters) {
        for (String type : target.map(t -> List.of(source, t)).orElse(List.of(source))) {
            if (!parameters.types().contains(type)) {
                throw Failure.invalid("'" + name + "' names '" + type + "', which is no resource type of this server.");
            }
        }
        parameter.ifPresent(code -> {
            Optional<SearchDefinition> definition =
                    parameters.find(source, code).filter(d -> d.type() == SearchParamType.REFERENCE);
            if (definition.isEmpty()) {
                throw Failure.invalid("'" + name + "': " + source + " has no reference parameter '" + code
                        + "'. It has: " + String.join(", ", references(source, parameters)) + ".");
            }
            if (target.isPresent() && !definition.get().targets().contains(target.get())) {
                throw Failure.invalid(
                        "'" + name + "': " + source + "." + code + " does not refer to '" + target.get() + "'.");
            }
        });
    }

    /** {@code Type:parameter} of all that can refer to a type. */
    public static List<String> referring(String target, SearchParameters parameters) {
        return parameters.types().stream()
                .flatMap(type -> parameters.of(type).stream()
                        .filter(d -> d.type() == SearchParamType.REFERENCE
                                && d.targets().contains(target))
                        .map(d -> type + ":" + d.code()))
                .toList();
    }

    /** Codes of the reference parameters of a type. */
    public static List<String> references(String type, SearchParameters parameters) {
        return parameters.of(type).stream()
                .filter(d -> d.type() == SearchParamType.REFERENCE)
                .map(SearchDefinition::code)
                .toList();
    }
}
