package org.w3id.materia.store.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ResourceKey;

/** A search of one type → Lucene's query. Whatever a criterion compiles to matches resources of the type only. */
final class QueryCompiler {
    private final String type;

    private QueryCompiler(String type) {
        this.type = type;
    }

    /** Of several types, the resources of any that match. */
    static Query compile(org.w3id.materia.store.Query query) {
        List<Query> ofEach =
                query.types().stream().map(type -> compile(type, query.allOf())).toList();
        return ofEach.size() == 1 ? ofEach.get(0) : new ConstantScoreQuery(joined(ofEach, Occur.SHOULD));
    }

    private static Query compile(String type, List<Criterion> criteria) {
        QueryCompiler compiler = new QueryCompiler(type);
        List<Query> allOf = criteria.stream().map(compiler::anyOf).toList();
        return new ConstantScoreQuery(allOf.isEmpty() ? compiler.ofType() : joined(allOf, Occur.FILTER));
    }

    private Query anyOf(Criterion criterion) {
        return joined(
                criterion.anyOf().stream()
                        .map(match -> match(criterion.parameter(), match))
                        .toList(),
                Occur.SHOULD);
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
        return new TermQuery(new Term(Fields.TYPE, type));
    }

    private Query match(String parameter, Criterion.Match match) {
        if (match instanceof Criterion.TokenIs token) {
            return token(parameter, token);
        } else if (match instanceof Criterion.TextBegins text) {
            return ofType(TextQueries.begins(parameter, text.value()));
        } else if (match instanceof Criterion.TextContains text) {
            return ofType(TextQueries.contains(parameter, text.value()));
        } else if (match instanceof Criterion.TextIs text) {
            return term(Fields.TEXT_EXACT, parameter, text.value());
        } else if (match instanceof Criterion.RefersTo reference) {
            return reference.type() == null
                    ? term(Fields.REFERENCE_ID, parameter, reference.id())
                    : term(Fields.REFERENCE, parameter, reference.type(), reference.id());
        } else if (match instanceof Criterion.UriIs uri) {
            return term(Fields.URI, parameter, uri.value());
        } else if (match instanceof Criterion.IdIs id) {
            return new TermQuery(ResourceDocument.term(new ResourceKey(type, id.id())));
        } else if (match instanceof Criterion.PeriodIs period) {
            return ofType(PeriodQueries.of(parameter, period));
        } else if (match instanceof Criterion.Missing missing) {
            return missing(parameter, missing.missing());
        }
        throw new IllegalArgumentException("not a match that the index knows: " + match);
    }

    /** FHIR R4, 3.1.1.4.10: {@code [code]}, {@code [system]|[code]}, {@code |[code]} and {@code [system]|}. */
    private Query token(String parameter, Criterion.TokenIs token) {
        if (token.code() == null) {
            if (token.system() == null) {
                throw new IllegalArgumentException("a token has a system or a code");
            }
            return term(Fields.TOKEN_SYSTEM, parameter, token.system());
        }
        return token.system() == null
                ? term(Fields.TOKEN_CODE, parameter, token.code())
                : term(Fields.TOKEN, parameter, token.system(), token.code());
    }

    private Query missing(String parameter, boolean missing) {
        if (parameter.equals("_id") || parameter.equals("_lastUpdated")) {
            return missing ? new MatchNoDocsQuery("every resource has " + parameter) : ofType();
        }
        Query present = term(Fields.PRESENT, parameter);
        if (!missing) {
            return present;
        }
        return new BooleanQuery.Builder()
                .add(ofType(), Occur.FILTER)
                .add(present, Occur.MUST_NOT)
                .build();
    }

    private Query ofType(Query query) {
        return joined(List.of(ofType(), query), Occur.FILTER);
    }

    private Query term(String field, String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = type;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return new TermQuery(new Term(field, Keyword.of(all)));
    }
}
