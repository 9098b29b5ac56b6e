package org.w3id.materia.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Substance;
import org.w3id.materia.search.definition.ServedParameters;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Criterion.Match;
import org.w3id.materia.store.Criterion.TextBegins;
import org.w3id.materia.store.Criterion.TextResembles;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.Query;

/**
 * What the search parameter {@code name} knows beside its expression: the names that a substance has in other systems of names, and
 * which names are the medicine's own, rather than an ingredient's. By the latter results are ordered: whoever types the beginning of
 * a name wants that medicine first, and its combinations after it.
 */
public final class MedicineNames {
    /** The index's name for names of the resource's own; no search parameter can have it. */
    private static final String OWN = ServedParameters.NAME + ":own";

    private final NameVariants variants;

    public MedicineNames(NameVariants variants) {
        this.variants = variants;
    }

    /** Adds what the values of {@code name} lead to. */
    public void addTo(List<IndexValue> values, Resource resource) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> stated = values.stream()
                .filter(v -> v.parameter().equals(ServedParameters.NAME))
                .filter(IndexValue.Text.class::isInstance)
                .map(v -> ((IndexValue.Text) v).value())
                .toList();
        names.addAll(stated);
        stated.stream().flatMap(n -> variants.of(n).stream()).filter(names::add).forEach(name -> {
            values.add(new IndexValue.Text(ServedParameters.NAME, name));
            values.add(new IndexValue.Words(ServedParameters.NAME, List.of(name)));
        });
        own(resource)
                .filter(name -> name != null)
                .flatMap(n -> Stream.concat(Stream.of(n), variants.of(n).stream()))
                .forEach(name -> values.add(new IndexValue.Text(OWN, name)));
    }

    private static Stream<String> own(Resource resource) {
        if (resource instanceof MedicationKnowledge medicine) {
            return Stream.concat(
                    Stream.of(medicine.getCode().getText()),
                    medicine.getSynonym().stream().map(StringType::getValue));
        } else if (resource instanceof Medication medication) {
            return Stream.of(medication.getCode().getText());
        } else if (resource instanceof Substance substance) {
            return Stream.of(substance.getCode().getText());
        }
        return Stream.empty();
    }

    /**
     * What puts some results of a search by name before others: the own name, whole; its beginning; the beginning of another of its words;
     * the beginning of any name's word. What has none of it is only near to what was asked for.
     *
     * @param allOf criteria of the search
     * @return empty where it is no search by name
     */
    public static List<Criterion> preferred(List<Criterion> allOf) {
        return allOf.stream()
                .filter(c -> c.parameter().equals(ServedParameters.NAME))
                .map(MedicineNames::texts)
                .flatMap(Optional::stream)
                .findFirst()
                .map(texts -> List.of(
                        criterion(OWN, texts, Criterion.TextEquals::new),
                        criterion(OWN, texts, Criterion.TextStarts::new),
                        criterion(OWN, texts, TextBegins::new),
                        criterion(ServedParameters.NAME, texts, TextBegins::new)))
                .orElse(List.of());
    }

    /** The search for all MedicationKnowledge that {@code name} finds by a text as it stands, commas and all, the best first. */
    public static Query typed(String text, int count) {
        List<Criterion> name = List.of(new Criterion(ServedParameters.NAME, List.of(new TextBegins(text))));
        return new Query(List.of("MedicationKnowledge"), name, preferred(name), List.of(), count, Optional.empty());
    }

    /** Whether names that are only near to what is asked for are among the results. */
    public static boolean isTolerant(List<Criterion> allOf) {
        return allOf.stream().flatMap(c -> c.anyOf().stream()).anyMatch(TextResembles.class::isInstance);
    }

    private static Optional<List<String>> texts(Criterion criterion) {
        List<String> texts = new ArrayList<>();
        for (Match match : criterion.anyOf()) {
            if (match instanceof TextBegins begins) {
                texts.add(begins.value());
            } else if (match instanceof TextResembles resembles) {
                texts.add(resembles.value());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(texts);
    }

    private static Criterion criterion(String parameter, List<String> texts, Function<String, Match> match) {
        return new Criterion(parameter, texts.stream().map(match).toList());
    }
}
