package org.w3id.materia.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.search.value.ConceptSets;

/**
 * Whether a resource matches a search parameter, by brute force: elements through HAPI's FHIRPath engine, and FHIR's rules as plainly as
 * they can be written. It knows nothing of the index, nor of how requests are parsed.
 */
final class Oracle {
    /** The types that are found by what stands in the other resources of their monograph. */
    private static final Set<String> WITH_SIBLINGS = Set.of("MedicationKnowledge", "Medication");

    static final String BASE = "http://localhost/fhir";

    private static final Pattern ESCAPED = Pattern.compile("\\\\([,|$\\\\])");

    private final SearchParameters parameters;
    private final ConceptSets concepts;
    private final Map<String, OracleItem> byReference = new HashMap<>();
    private final FhirPathElements engine = new FhirPathElements();
    private final Map<String, List<Base>> elements = new HashMap<>();
    private final Map<String, Map<String, Set<OracleItem>>> sources = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    Oracle(SearchParameters parameters, ConceptSets concepts, List<OracleItem> items) {
        this.parameters = parameters;
        this.concepts = concepts;
        items.forEach(item -> byReference.put(item.key().toString(), item));
    }

    boolean matches(OracleItem item, String name, String value) {
        if (name.startsWith("_has:")) {
            String[] parts = name.split(":", 4);
            return sources(item, parts[1], parts[2]).stream().anyMatch(source -> matches(source, parts[3], value));
        }
        int dot = name.indexOf('.');
        String[] head = (dot < 0 ? name : name.substring(0, dot)).split(":", 2);
        String modifier = head.length > 1 ? head[1] : "";
        if (dot > 0) {
            String rest = name.substring(dot + 1);
            return targets(item, head[0]).stream()
                    .filter(target -> modifier.isEmpty() || target.key().type().equals(modifier))
                    .anyMatch(target -> knows(target, rest) && matches(target, rest, value));
        }
        SearchDefinition definition =
                parameters.find(item.key().type(), head[0]).orElseThrow();
        if (modifier.equals("missing")) {
            return isPresent(item, definition) != Boolean.parseBoolean(value);
        }
        List<String> alternatives = split(value, ',');
        return switch (modifier) {
            case "not" -> alternatives.stream().noneMatch(v -> matches(item, definition, "", v));
            case "not-in" -> alternatives.stream().noneMatch(v -> matches(item, definition, "in", v));
            default -> alternatives.stream().anyMatch(v -> matches(item, definition, modifier, v));
        };
    }

    private boolean knows(OracleItem item, String name) {
        return name.startsWith("_has:")
                || parameters.find(item.key().type(), name.split("[:.]")[0]).isPresent();
    }

    private List<OracleItem> targets(OracleItem from, String parameter) {
        return elements(from, parameters.find(from.key().type(), parameter).orElseThrow()).stream()
                .map(e -> e instanceof Reference r && r.hasReference() ? byReference.get(r.getReference()) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Items of a type that refer to one by a parameter: all of the type are looked through once. */
    private Set<OracleItem> sources(OracleItem to, String type, String parameter) {
        return sources.computeIfAbsent(type + "?" + parameter, key -> {
                    Map<String, Set<OracleItem>> found = new HashMap<>();
                    for (OracleItem source : byReference.values()) {
                        if (source.key().type().equals(type)) {
                            targets(source, parameter).forEach(target -> found.computeIfAbsent(
                                            target.key().toString(), k -> new LinkedHashSet<>())
                                    .add(source));
                        }
                    }
                    return found;
                })
                .getOrDefault(to.key().toString(), Set.of());
    }

    /** The elements of a parameter. */
    List<Base> elements(OracleItem item, SearchDefinition definition) {
        return elements.computeIfAbsent(item.key() + "?" + definition.code(), key -> {
            List<Base> found = new ArrayList<>();
            definition.expression().ifPresent(e -> found.addAll(evaluate(item.resource(), e)));
            if (WITH_SIBLINGS.contains(item.key().type())) {
                definition.siblings().ifPresent(e -> item.siblings()
                        .forEach(sibling -> found.addAll(evaluate(sibling, e))));
            }
            return found;
        });
    }

    /** Alternatives that begin at another type give nothing; leaving them out saves most of the time. */
    private List<Base> evaluate(Resource resource, String expression) {
        List<Base> found = new ArrayList<>();
        for (String alternative : expression.split(" \\| ", -1)) {
            String root = alternative.replaceFirst("^\\(", "").split("\\.", 2)[0];
            if (root.equals(resource.fhirType()) || root.equals("Resource")) {
                found.addAll(engine.evaluate(resource, alternative));
            }
        }
        return found;
    }

    private boolean isPresent(OracleItem item, SearchDefinition definition) {
        return switch (definition.code()) {
            case "_text" -> !words(item, "_text").isEmpty();
            case "_content" -> !words(item, "_content").isEmpty();
            default ->
                definition.type() == SearchParamType.COMPOSITE
                        ? elements(item, definition).stream().anyMatch(element -> definition.components().stream()
                                .noneMatch(c ->
                                        engine.evaluate(element, c.expression()).isEmpty()))
                        : elements(item, definition).stream().anyMatch(e -> !e.isEmpty());
        };
    }

    private Set<String> words(OracleItem item, String parameter) {
        return words.computeIfAbsent(
                item.key() + "?" + parameter,
                key -> parameter.equals("_text")
                        ? OracleText.narrativeWords(item.resource())
                        : OracleText.contentWords(item.resource()));
    }

    private boolean matches(OracleItem item, SearchDefinition definition, String modifier, String value) {
        if (definition.code().equals("_text") || definition.code().equals("_content")) {
            return OracleText.hasWords(words(item, definition.code()), plain(value));
        } else if (definition.code().equals("_id")) {
            return item.key().id().equals(value);
        } else if (definition.type() == SearchParamType.COMPOSITE) {
            return elements(item, definition).stream().anyMatch(e -> matchesTuple(e, definition, split(value, '$')));
        }
        return elements(item, definition).stream().anyMatch(e -> matches(e, definition.type(), modifier, value));
    }

    private boolean matchesTuple(Base element, SearchDefinition definition, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            SearchDefinition.Component component = definition.components().get(i);
            String value = values.get(i);
            if (engine.evaluate(element, component.expression()).stream()
                    .noneMatch(e -> matches(e, component.type(), "", value))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(Base element, SearchParamType type, String modifier, String value) {
        return switch (type) {
            case TOKEN -> matchesToken(element, modifier, value);
            case STRING -> matchesString(OracleValues.uri(element), modifier, plain(value));
            case REFERENCE -> matchesReference(element, modifier, value);
            case URI -> matchesUri(OracleValues.uri(element), modifier, plain(value));
            case DATE -> compare(value, OracleValues.times(element), OracleValues::time);
            case NUMBER, QUANTITY -> matchesNumber(element, value);
            default -> throw new IllegalStateException(type.toCode());
        };
    }

    private boolean matchesToken(Base element, String modifier, String value) {
        List<String> parts = split(value, '|').stream().map(Oracle::plain).toList();
        switch (modifier) {
            case "text" -> {
                return OracleValues.texts(element).stream().anyMatch(t -> OracleText.begins(t, plain(value)));
            }
            case "of-type" -> {
                Identifier identifier = (Identifier) element;
                return identifier.getType().getCoding().stream()
                                .anyMatch(c -> parts.get(0).equals(c.getSystem())
                                        && parts.get(1).equals(c.getCode()))
                        && parts.get(2).equals(identifier.getValue());
            }
            case "in", "below", "above" -> {
                Set<ConceptKey> set =
                        switch (modifier) {
                            case "in" -> concepts.members(plain(value));
                            case "below" -> concepts.descendants(new ConceptKey(parts.get(0), parts.get(1)));
                            default -> concepts.ancestors(new ConceptKey(parts.get(0), parts.get(1)));
                        };
                return OracleValues.tokens(element).stream()
                        .anyMatch(t -> t.system() != null && set.contains(new ConceptKey(t.system(), t.code())));
            }
            default -> {
                return OracleValues.tokens(element).stream().anyMatch(t -> isToken(t, parts));
            }
        }
    }

    private static boolean isToken(OracleValues.Token token, List<String> parts) {
        if (parts.size() == 1) {
            return token.code().equals(parts.get(0));
        }
        String system = token.system() == null ? "" : token.system();
        return system.equals(parts.get(0))
                && (parts.get(1).isEmpty() || parts.get(1).equals(token.code()));
    }

    private static boolean matchesString(String text, String modifier, String value) {
        return switch (modifier) {
            case "" -> OracleText.begins(text, value);
            case "contains" -> OracleText.contains(text, value);
            case "exact" -> text.equals(value);
            default -> throw new IllegalArgumentException(modifier);
        };
    }

    private boolean matchesReference(Base element, String modifier, String value) {
        if (modifier.equals("identifier")) {
            return element instanceof Reference r && r.hasIdentifier() && matchesToken(r.getIdentifier(), "", value);
        }
        String wanted = plain(value).replace(BASE + "/", "");
        String stated = element instanceof Reference r ? r.getReference() : OracleValues.uri(element);
        if (stated == null || stated.startsWith("#")) {
            return false;
        } else if (wanted.contains("://") || wanted.startsWith("urn:")) {
            return stated.equals(wanted) || stated.startsWith(wanted + "|");
        }
        String[] parts = stated.split("/");
        boolean relative = parts.length == 2;
        return relative
                && (wanted.contains("/")
                        ? stated.equals(wanted)
                        : parts[1].equals(wanted) && (modifier.isEmpty() || modifier.equals(parts[0])));
    }

    private static boolean matchesUri(String stated, String modifier, String value) {
        for (String uri : List.of(stated, stated.split("\\|")[0])) {
            boolean matches =
                    switch (modifier) {
                        case "" -> uri.equals(value);
                        case "below" -> uri.equals(value) || uri.startsWith(value.replaceFirst("/?$", "/"));
                        case "above" -> uri.equals(value) || value.startsWith(uri.replaceFirst("/?$", "/"));
                        default -> throw new IllegalArgumentException(modifier);
                    };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesNumber(Base element, String value) {
        List<String> parts = split(value, '|');
        String system = parts.size() == 3 ? parts.get(1) : "";
        String code = parts.size() == 3 ? parts.get(2) : "";
        boolean exact = parts.get(0).matches("(gt|lt|ge|le|sa|eb).*");
        return compare(parts.get(0), OracleValues.numbers(element, system, code), number -> {
            BigDecimal n = new BigDecimal(number);
            // The first number behind the stretch is not in it; no generated number is so near.
            BigDecimal half = exact ? BigDecimal.ZERO : n.ulp().divide(BigDecimal.valueOf(2));
            BigDecimal last = exact ? n : n.add(half).subtract(new BigDecimal("1e-12"));
            return new OracleValues.Span(n.subtract(half), last);
        });
    }

    private interface Reading {
        OracleValues.Span read(String operand);
    }

    /** FHIR R4, 3.1.1.4.6, word for word, with the value's stretch v and the resource's r. */
    private static boolean compare(String value, List<OracleValues.Span> spans, Reading reading) {
        boolean prefixed = Character.isLetter(value.charAt(0));
        String prefix = prefixed ? value.substring(0, 2) : "eq";
        OracleValues.Span v = reading.read(prefixed ? value.substring(2) : value);
        BiPredicate<BigDecimal, BigDecimal> below = (a, b) -> a.compareTo(b) < 0;
        return spans.stream().anyMatch(r -> {
            boolean within = !below.test(r.low(), v.low()) && !below.test(v.high(), r.high());
            boolean above = below.test(v.high(), r.high());
            boolean beneath = below.test(r.low(), v.low());
            return switch (prefix) {
                case "eq" -> within;
                case "ne" -> !within;
                case "gt" -> above;
                case "lt" -> beneath;
                case "ge" -> above || within;
                case "le" -> beneath || within;
                case "sa" -> below.test(v.high(), r.low());
                case "eb" -> below.test(r.high(), v.low());
                default -> throw new IllegalArgumentException(prefix);
            };
        });
    }

    /** At separators without a backslash before them. */
    static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>(List.of(""));
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == separator) {
                parts.add("");
                continue;
            }
            int end = value.charAt(i) == '\\' && i + 1 < value.length() ? i + 2 : i + 1;
            parts.add(parts.remove(parts.size() - 1) + value.substring(i, end));
            i = end - 1;
        }
        return parts;
    }

    static String plain(String value) {
        return ESCAPED.matcher(value).replaceAll("$1");
    }
}
