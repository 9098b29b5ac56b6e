package org.w3id.materia.store.lucene.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.index.Keyword;
import org.w3id.materia.store.index.SoughtText;
import org.w3id.materia.store.index.UriPath;
import org.w3id.materia.store.lucene.document.ResourceDocument;
import org.w3id.materia.store.lucene.document.UncheckedIo;
import org.w3id.materia.store.lucene.field.IndexFields;

/** A search of one type → Lucene's query. Whatever a criterion compiles to matches resources of the type only. */
final class QueryCompiler {
    static {
        // A request's own size bounds its alternatives; Lucene would refuse the 1025th.
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
    }

    private final IndexSearcher searcher;
    private final String type;

    private QueryCompiler(IndexSearcher searcher, String type) {
        this.searcher = searcher;
        this.type = type;
    }

    /**
     * Of several types, the resources of any that match.
     *
     * @param searcher where the query will run: searches along references are run while it is made
     */
    static Query compile(IndexSearcher searcher, org.w3id.materia.store.Query query) {
        List<Query> ofEach = query.types().stream()
                .map(type -> compile(searcher, type, query.allOf()))
                .toList();
        return ofEach.size() == 1 ? ofEach.get(0) : new ConstantScoreQuery(joined(ofEach, Occur.SHOULD));
    }

    /**
     * The same results, each with its score: a step less for each of what is preferred that it does not match, down to one step above 0.
     *
     * @param compiled what {@link #compile} made of the query
     */
    static Query scored(IndexSearcher searcher, org.w3id.materia.store.Query query, Query compiled) {
        if (query.preferred().isEmpty()) {
            return compiled;
        }
        int steps = query.preferred().size() + 1;
        List<Query> reasons = new ArrayList<>();
        for (int i = 0; i < query.preferred().size(); i++) {
            List<Criterion> reason = List.of(query.preferred().get(i));
            for (String type : query.types()) {
                reasons.add(new BoostQuery(compile(searcher, type, reason), (float) (steps - i) / steps));
            }
        }
        reasons.add(new BoostQuery(new ConstantScoreQuery(new MatchAllDocsQuery()), 1f / steps));
        return new BooleanQuery.Builder()
                .add(compiled, Occur.FILTER)
                .add(new DisjunctionMaxQuery(reasons, 0), Occur.MUST)
                .build();
    }

    private static Query compile(IndexSearcher searcher, String type, List<Criterion> allOf) {
        return new ConstantScoreQuery(new QueryCompiler(searcher, type).allOf(allOf));
    }

    private Query allOf(List<Criterion> criteria) {
        return criteria.isEmpty()
                ? ofType()
                : joined(criteria.stream().map(this::anyOf).toList(), Occur.FILTER);
    }

    private Query anyOf(Criterion criterion) {
        return anyOf(criterion.parameter(), criterion.anyOf());
    }

    private Query anyOf(String parameter, List<Criterion.Match> anyOf) {
        return joined(anyOf.stream().map(match -> match(parameter, match)).toList(), Occur.SHOULD);
    }

    private static Query joined(List<Query> clauses, Occur occur) {
        if (clauses.size() == 1) {
            return clauses.get(0);
        }
        BooleanQuery.Builder joined = new BooleanQuery.Builder();
        clauses.forEach(clause -> joined.add(clause, occur));
        return joined.build();
    }

    private Query ofType() {
        return new TermQuery(new Term(IndexFields.TYPE, type));
    }

    private Query match(String parameter, Criterion.Match match) {
        if (match instanceof Criterion.TokenIs token) {
            return token(parameter, token);
        } else if (match instanceof Criterion.TokenAnyOf tokens) {
            return ReferenceJoins.anyOf(
                    IndexFields.TOKEN,
                    tokens.concepts().stream()
                            .map(c -> Keyword.of(type, parameter, c.system(), c.code()))
                            .toList());
        } else if (match instanceof Criterion.Not not) {
            return ofTypeWithout(anyOf(parameter, not.anyOf()));
        } else if (match instanceof Criterion.RefersTo reference) {
            return reference.type() == null
                    ? term(IndexFields.REFERENCE_ID, parameter, reference.id())
                    : term(IndexFields.REFERENCE, parameter, reference.type(), reference.id());
        } else if (match instanceof Criterion.References chain) {
            return joins().referringTo(type, parameter, compile(searcher, chain.type(), chain.allOf()));
        } else if (match instanceof Criterion.ReferredBy has) {
            return joins().referredBy(type, has.by(), compile(searcher, has.type(), has.allOf()));
        } else if (match instanceof Criterion.IdIs id) {
            return new TermQuery(ResourceDocument.term(new ResourceKey(type, id.id())));
        } else if (match instanceof Criterion.Missing missing) {
            return missing(parameter, missing.missing());
        } else if (match instanceof Criterion.Tuple tuple) {
            return tuple(parameter, tuple.components());
        }
        return ofValue(parameter, match);
    }

    private Query ofValue(String parameter, Criterion.Match match) {
        Optional<String> sought = SoughtText.of(match);
        if (sought.isPresent()) {
            return ofType(TextQueries.within(parameter, sought.get()));
        } else if (match instanceof Criterion.TextIs text) {
            return term(IndexFields.TEXT_EXACT, parameter, text.value());
        } else if (match instanceof Criterion.TextResembles text) {
            return ofType(TextQueries.resembles(parameter, text.value()));
        } else if (match instanceof Criterion.HasWords text) {
            return ofType(TextQueries.hasWords(parameter, text));
        } else if (match instanceof Criterion.UriIs uri) {
            return term(IndexFields.URI, parameter, uri.value());
        } else if (match instanceof Criterion.UriBelow uri) {
            return below(parameter, uri.value());
        } else if (match instanceof Criterion.UriAbove uri) {
            return ReferenceJoins.anyOf(
                    IndexFields.URI,
                    UriPath.upwards(uri.value()).stream()
                            .map(u -> Keyword.of(type, parameter, u))
                            .toList());
        } else if (match instanceof Criterion.PeriodIs period) {
            return ofType(RangeQueries.of(parameter, period));
        } else if (match instanceof Criterion.QuantityIs quantity) {
            return ofType(RangeQueries.of(parameter, quantity));
        }
        throw new IllegalArgumentException("not a match that the index knows: " + match);
    }

    /** FHIR R4, 3.1.1.4.10: {@code [code]}, {@code [system]|[code]}, {@code |[code]} and {@code [system]|}. */
    private Query token(String parameter, Criterion.TokenIs token) {
        if (token.code() == null) {
            if (token.system() == null) {
                throw new IllegalArgumentException("a token has a system or a code");
            }
            return term(IndexFields.TOKEN_SYSTEM, parameter, token.system());
        }
        return token.system() == null
                ? term(IndexFields.TOKEN_CODE, parameter, token.code())
                : term(IndexFields.TOKEN, parameter, token.system(), token.code());
    }

    private Query below(String parameter, String uri) {
        String path = UriPath.asFolder(uri);
        return joined(
                List.of(
                        term(IndexFields.URI, parameter, uri),
                        new PrefixQuery(new Term(IndexFields.URI, Keyword.of(type, parameter, path)))),
                Occur.SHOULD);
    }

    private Query missing(String parameter, boolean missing) {
        if (parameter.equals("_id") || parameter.equals("_lastUpdated")) {
            return missing ? new MatchNoDocsQuery("every resource has " + parameter) : ofType();
        }
        Query present = term(IndexFields.PRESENT, parameter);
        return missing ? ofTypeWithout(present) : present;
    }

    /** The elements are counted from 0, so the first that no resource has is behind the last. */
    private Query tuple(String parameter, List<Criterion.Match> components) {
        List<Query> anyOf = new ArrayList<>();
        for (int number = 0; isThere(IndexFields.tuple(parameter, number)); number++) {
            String tuple = IndexFields.tuple(parameter, number);
            List<Query> allOf = new ArrayList<>();
            for (int i = 0; i < components.size(); i++) {
                allOf.add(match(IndexFields.component(tuple, i), components.get(i)));
            }
            anyOf.add(new ConstantScoreQuery(joined(allOf, Occur.FILTER)));
        }
        return anyOf.isEmpty() ? new MatchNoDocsQuery("nothing has " + parameter) : joined(anyOf, Occur.SHOULD);
    }

    private boolean isThere(String parameter) {
        return UncheckedIo.get(() -> searcher.getIndexReader()
                        .docFreq(term(IndexFields.PRESENT, parameter).getTerm())
                > 0);
    }

    private Query ofTypeWithout(Query query) {
        return new BooleanQuery.Builder()
                .add(ofType(), Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private Query ofType(Query query) {
        return joined(List.of(ofType(), query), Occur.FILTER);
    }

    private ReferenceJoins joins() {
        return new ReferenceJoins(searcher);
    }

    private TermQuery term(String field, String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = type;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return new TermQuery(new Term(field, Keyword.of(all)));
    }
}
