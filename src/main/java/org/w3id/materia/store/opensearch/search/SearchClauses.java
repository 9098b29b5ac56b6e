package org.w3id.materia.store.opensearch.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.index.Keyword;
import org.w3id.materia.store.index.StretchComparison;
import org.w3id.materia.store.index.UriPath;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.document.Fields;
import org.w3id.materia.store.opensearch.document.ResourceFields;

/** The criteria of a search of one type → clauses. */
public final class SearchClauses {
    /** {@code index.max_terms_count}, as it is where nobody has changed it. */
    private static final int MOST_TERMS = 65_536;

    private final Joins joins;
    private final String type;
    /** What stands before the name of a field: that of the object within which it is. */
    private final String path;

    private SearchClauses(Joins joins, String type, String path) {
        this.joins = joins;
        this.type = type;
        this.path = path;
    }

    /** Terms of one field gather here, so that any number of them is one clause. */
    private static final class Alternatives {
        private final Map<String, Set<String>> terms = new LinkedHashMap<>();
        private final List<ObjectNode> others = new ArrayList<>();

        void terms(String field, Collection<String> values) {
            terms.computeIfAbsent(field, f -> new LinkedHashSet<>()).addAll(values);
        }

        ObjectNode any() {
            List<ObjectNode> all = new ArrayList<>(others);
            terms.forEach((field, values) -> {
                List<String> each = List.copyOf(values);
                for (int i = 0; i < each.size(); i += MOST_TERMS) {
                    all.add(Clauses.terms(field, each.subList(i, Math.min(each.size(), i + MOST_TERMS))));
                }
            });
            return Clauses.any(all);
        }
    }

    /**
     * The resources of the type that match all.
     *
     * @param joins searches along references are run while the clause is made
     */
    public static ObjectNode of(Joins joins, String type, List<Criterion> allOf) {
        SearchClauses clauses = new SearchClauses(joins, type, "");
        List<ObjectNode> all = new ArrayList<>();
        all.add(Clauses.term(Fields.TYPE, type));
        allOf.forEach(criterion -> all.add(clauses.anyOf(criterion.parameter(), criterion.anyOf())));
        return Clauses.all(all);
    }

    private ObjectNode anyOf(String parameter, List<Criterion.Match> anyOf) {
        Alternatives alternatives = new Alternatives();
        anyOf.forEach(match -> add(parameter, match, alternatives));
        return alternatives.any();
    }

    private void add(String parameter, Criterion.Match match, Alternatives to) {
        if (match instanceof Criterion.TokenIs token) {
            addToken(parameter, token, to);
        } else if (match instanceof Criterion.TokenAnyOf tokens) {
            to.terms(
                    path + Fields.TOKEN,
                    tokens.concepts().stream()
                            .map(c -> keyword(parameter, c.system(), c.code()))
                            .toList());
        } else if (match instanceof Criterion.RefersTo reference) {
            if (reference.type() == null) {
                addTerm(Fields.REFERENCE_ID, to, parameter, reference.id());
            } else {
                addTerm(Fields.REFERENCE, to, parameter, reference.type(), reference.id());
            }
        } else if (match instanceof Criterion.References chain) {
            to.terms(
                    Fields.REFERENCE,
                    joins.keys(chain.type(), chain.allOf()).stream()
                            .map(target -> keyword(parameter, target.type(), target.id()))
                            .toList());
        } else if (match instanceof Criterion.ReferredBy has) {
            to.terms(Fields.KEY, joins.targets(has.type(), has.by(), has.allOf(), type));
        } else if (match instanceof Criterion.TextIs text) {
            addTerm(Fields.TEXT_EXACT, to, parameter, text.value());
        } else if (match instanceof Criterion.UriIs uri) {
            addTerm(Fields.URI, to, parameter, uri.value());
        } else if (match instanceof Criterion.UriAbove uri) {
            UriPath.upwards(uri.value()).forEach(each -> addTerm(Fields.URI, to, parameter, each));
        } else if (match instanceof Criterion.IdIs id) {
            to.terms(Fields.ID, List.of(id.id()));
        } else {
            to.others.add(other(parameter, match));
        }
    }

    /** What is no term. */
    private ObjectNode other(String parameter, Criterion.Match match) {
        if (match instanceof Criterion.Not not) {
            return Clauses.not(anyOf(parameter, not.anyOf()));
        } else if (match instanceof Criterion.Missing missing) {
            return missing(parameter, missing.missing());
        } else if (match instanceof Criterion.Tuple tuple) {
            return tuple(parameter, tuple.components());
        } else if (match instanceof Criterion.UriBelow uri) {
            return Clauses.any(List.of(
                    Clauses.term(path + Fields.URI, keyword(parameter, uri.value())),
                    Clauses.prefix(path + Fields.URI, keyword(parameter, UriPath.asFolder(uri.value())))));
        } else if (match instanceof Criterion.PeriodIs period) {
            return any(path + Fields.period(parameter), StretchComparison.of(period));
        } else if (match instanceof Criterion.QuantityIs quantity) {
            String quantities = path + Fields.QUANTITIES;
            return Clauses.nested(
                    quantities,
                    Clauses.all(List.of(
                            Clauses.term(quantities + "." + Fields.NAME, keyword(parameter, quantity.unit())),
                            any(quantities + "." + Fields.STRETCH, StretchComparison.of(quantity)))));
        }
        return new TextClauses(path).of(parameter, match);
    }

    /** FHIR R4, 3.1.1.4.10: {@code [code]}, {@code [system]|[code]}, {@code |[code]} and {@code [system]|}. */
    private void addToken(String parameter, Criterion.TokenIs token, Alternatives to) {
        if (token.code() == null) {
            if (token.system() == null) {
                throw new IllegalArgumentException("a token has a system or a code");
            }
            addTerm(Fields.TOKEN_SYSTEM, to, parameter, token.system());
        } else if (token.system() == null) {
            addTerm(Fields.TOKEN_CODE, to, parameter, token.code());
        } else {
            addTerm(Fields.TOKEN, to, parameter, token.system(), token.code());
        }
    }

    private ObjectNode missing(String parameter, boolean missing) {
        boolean everyResourceHasIt = parameter.equals("_id") || parameter.equals("_lastUpdated");
        ObjectNode present =
                everyResourceHasIt ? Clauses.everything() : Clauses.term(path + Fields.PRESENT, keyword(parameter));
        return missing ? Clauses.not(present) : present;
    }

    private ObjectNode tuple(String parameter, List<Criterion.Match> components) {
        SearchClauses within = new SearchClauses(joins, type, path + Fields.TUPLES + ".");
        List<ObjectNode> all = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            all.add(within.anyOf(Fields.component(parameter, i), List.of(components.get(i))));
        }
        return Clauses.nested(path + Fields.TUPLES, Clauses.all(all));
    }

    private static ObjectNode any(String field, List<StretchComparison.Alternative> alternatives) {
        return Clauses.any(alternatives.stream()
                .map(each -> Clauses.object(
                        "range",
                        Clauses.object(
                                field,
                                ResourceFields.stretch(each.first(), each.last())
                                        .put("relation", each.within() ? "within" : "intersects"))))
                .toList());
    }

    private void addTerm(String field, Alternatives to, String parameter, String... parts) {
        to.terms(path + field, List.of(keyword(parameter, parts)));
    }

    private String keyword(String parameter, String... parts) {
        String[] all = new String[parts.length + 2];
        all[0] = type;
        all[1] = parameter;
        System.arraycopy(parts, 0, all, 2, parts.length);
        return Keyword.of(all);
    }
}
