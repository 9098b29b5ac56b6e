package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.dosing.sentence.Completion;
import org.w3id.materia.extract.dosing.sentence.ScheduleBuilder;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.extract.dosing.sentence.SentenceReaders;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Dose;
import org.w3id.materia.extract.fact.DoseStatement.Scope;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;

/**
 * Gives doses what sentences of their own say of them ({@link Completion}): those before the sentence in its paragraph, up to one that
 * states an amount and was not read; where it is the first of its paragraph, those below the labels that it stands under, or below
 * the lead-in of its paragraph. A slot that a dose fills itself stays as it is. The sentence goes with the dose, verbatim.
 */
final class Completions {
    /** A statement and the doses that were read of it, or the text that stands for them. */
    record Read(Statement statement, List<DoseStatement> doses) {}

    /** Between two sentences of one paragraph stands none of these. */
    private static final Pattern BORDER = Pattern.compile("\\n\\s*\\n|\\n\\s*(?:[-*+|#]|\\d+[.)])|[<|]");

    /** Parts of a treatment that its rhythm and its length are not told of. */
    private static final Set<Stage> ONCE =
            EnumSet.of(Stage.SINGLE, Stage.LOADING, Stage.PREMEDICATION, Stage.MAXIMUM, Stage.INITIAL);

    private static final Phrases<Boolean> REPEATS = Phrases.words("repeat | repeated | reapply | reapplied");

    private final List<Read> reads;
    private final SentenceReaders readers;
    private final String source;

    private Completions(List<Read> reads, SentenceReaders readers, String source) {
        this.reads = new ArrayList<>(reads);
        this.readers = readers;
        this.source = source;
    }

    /** The doses of all statements in their order, with what other sentences say of them. */
    static List<DoseStatement> complete(List<Read> reads, SentenceReaders readers, String source) {
        Completions completions = new Completions(reads, readers, source);
        for (int i = 0; i < reads.size(); i++) {
            completions.complete(i);
        }
        return completions.reads.stream().flatMap(r -> r.doses().stream()).toList();
    }

    private void complete(int i) {
        Statement sentence = reads.get(i).statement();
        if (sentence.role() != Role.SENTENCE || reads.get(i).doses().stream().anyMatch(DoseStatement::isComputed)) {
            return;
        }
        Optional<Completion> completion = readers.of(sentence.text()).completion();
        if (completion.isPresent()) {
            complete(i, completion.get());
        }
    }

    private void complete(int i, Completion told) {
        List<Integer> before = before(i);
        List<Integer> below = before.isEmpty() && isFirst(i) ? below(i) : List.of();
        List<Integer> nearest = before.isEmpty() ? below : before.subList(0, 1);
        List<Integer> all = before.isEmpty() ? below : before;
        SentenceReader sentence = readers.of(reads.get(i).statement().text());
        boolean repeats = sentence.tokens().any(REPEATS);
        told.rhythm().ifPresent(r -> fill(i, nearest, d -> lacksRhythm(d, repeats), d -> in(d, r, told.asNeeded())));
        told.course().ifPresent(c -> fill(i, all, Completions::lacksCourse, d -> d.withCourse(c)));
        told.parts().filter(p -> isUndisputed(i, p)).ifPresent(p -> {
            List<Integer> totals = before.isEmpty() ? governed(i) : nearest;
            fill(i, totals, Completions::isUndividedTotal, d -> in(d, Recurrence.times(p, "d"), false));
        });
    }

    /** Fills a slot of the doses of these sentences, of each where all of them lack it; the others are left as they are. */
    private void fill(int i, List<Integer> places, Predicate<DoseStatement> lacks, UnaryOperator<Dose> filled) {
        Statement sentence = reads.get(i).statement();
        List<Integer> open =
                places.stream().filter(k -> amounts(k).allMatch(lacks)).toList();
        boolean mixed = places.stream().anyMatch(k -> k < i) && open.size() < places.size();
        for (int k : mixed ? List.<Integer>of() : open) {
            List<DoseStatement> doses = reads.get(k).doses().stream()
                    .map(d -> d.amount().isEmpty() ? d : quoting(d.giving(filled.apply(d.dose())), sentence))
                    .toList();
            reads.set(k, new Read(reads.get(k).statement(), doses));
        }
    }

    private Stream<DoseStatement> amounts(int k) {
        return reads.get(k).doses().stream().filter(d -> d.amount().isPresent());
    }

    private static boolean lacksRhythm(DoseStatement d, boolean repeats) {
        boolean once = ONCE.contains(d.stage()) && (repeats || d.stage() != Stage.INITIAL);
        boolean whole =
                d.amount().flatMap(Amount::perTime).filter(t -> !t.equals("d")).isEmpty();
        return d.schedule().isEmpty() && d.dose().sequence().isEmpty() && whole && !once;
    }

    private static boolean lacksCourse(DoseStatement d) {
        return d.course().isEmpty() && d.dose().sequence().isEmpty() && !ONCE.contains(d.stage());
    }

    private static boolean isUndividedTotal(DoseStatement d) {
        return d.schedule().isEmpty()
                && d.amount()
                        .flatMap(Amount::perTime)
                        .filter(t -> t.equals("d"))
                        .isPresent();
    }

    private static Dose in(Dose d, Recurrence rhythm, boolean asNeeded) {
        Dose timed = d.withSchedule(ScheduleBuilder.of(rhythm));
        return asNeeded ? timed.takenAsNeeded() : timed;
    }

    /** The dose with the sentence that completes it behind its own, and what of that no slot holds as a condition. */
    private DoseStatement quoting(DoseStatement d, Statement sentence) {
        String words = sentence.text().text();
        List<String> conditions = new ArrayList<>(d.scope().conditions());
        readers.of(sentence.text())
                .completion()
                .flatMap(Completion::besides)
                .filter(u -> !conditions.contains(u))
                .ifPresent(conditions::add);
        Scope scope = new Scope(d.groups(), d.indication(), d.scope().path(), conditions, d.ingredient());
        String text = d.text().endsWith(words) ? d.text() : d.text() + " " + words;
        return DoseStatements.completed(d.within(scope), text);
    }

    /**
     * The places of the doses below the lead-in of its paragraph, or below its own labels where these are for one condition: more of them
     * may be told of apart.
     */
    private List<Integer> below(int i) {
        for (int k = i + 1; k < reads.size() && isOneParagraph(i, k); k++) {
            Statement leadIn = reads.get(k).statement();
            if (leadIn.role() == Role.LEAD_IN) {
                Governor governor = new Governor(Role.LEAD_IN, leadIn.text());
                return places(s -> s.governors().contains(governor));
            }
        }
        List<Integer> governed = governed(i);
        long conditions = governed.stream()
                .flatMap(this::amounts)
                .map(DoseStatement::indication)
                .distinct()
                .count();
        return conditions > 1 ? List.of() : governed;
    }

    private List<Integer> governed(int i) {
        List<Governor> labels = reads.get(i).statement().governors();
        int depth = labels.size();
        return depth == 0
                ? List.of()
                : places(s -> s.governors().size() >= depth
                        && s.governors().subList(0, depth).equals(labels));
    }

    private List<Integer> places(Predicate<Statement> statement) {
        return IntStream.range(0, reads.size())
                .filter(k -> statement.test(reads.get(k).statement()))
                .filter(k -> amounts(k).findAny().isPresent())
                .boxed()
                .toList();
    }

    /** Whether no other sentence below the same labels says that it is divided otherwise. */
    private boolean isUndisputed(int i, Range parts) {
        List<Governor> labels = reads.get(i).statement().governors();
        return reads.stream()
                .filter(r -> r.statement().governors().equals(labels))
                .flatMap(r -> readers.of(r.statement().text()).completion().stream())
                .flatMap(c -> c.parts().stream())
                .allMatch(parts::equals);
    }

    /** The places of the sentences with doses before it in its paragraph, nearest first. */
    private List<Integer> before(int i) {
        List<Integer> before = new ArrayList<>();
        for (int k = i - 1; k >= 0 && isOneParagraph(k, i) && isRead(k); k--) {
            if (reads.get(k).doses().stream().anyMatch(DoseStatement::isComputed)) {
                before.add(k);
            }
        }
        return before;
    }

    /** Whether it has doses, or cannot have any and tells of no other medicine. */
    private boolean isRead(int k) {
        SentenceReader sentence = readers.of(reads.get(k).statement().text());
        boolean silent = (!sentence.mayStateDose() || sentence.completion().isPresent())
                && sentence.mentions().all().stream()
                        .noneMatch(m -> m.value() instanceof Mention.OfName name && name.isOtherDrug());
        return silent || reads.get(k).doses().stream().anyMatch(DoseStatement::isComputed);
    }

    private boolean isFirst(int i) {
        for (int k = i - 1; k >= 0 && isOneParagraph(k, i); k--) {
            if (readers.of(reads.get(k).statement().text()).mayStateDose()) {
                return false;
            }
        }
        return true;
    }

    private boolean isOneParagraph(int first, int second) {
        Statement a = reads.get(first).statement();
        Statement b = reads.get(second).statement();
        int from = a.text().span().end();
        int to = b.text().span().start();
        return a.role() != Role.ROW
                && a.governors().equals(b.governors())
                && a.itemDepth() == b.itemDepth()
                && from <= to
                && !BORDER.matcher(source.substring(from, to)).find();
    }
}
