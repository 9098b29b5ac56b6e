package org.w3id.materia.extract.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.QuestionAnswer;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Section;
import org.w3id.materia.monograph.SectionKind;

/**
 * Pairs questions with what follows them. A question begins a piece: bold with a question mark, behind "Q:", a heading, or a first sentence that
 * ends in a question mark. Its answer is the rest of the piece and the pieces behind it, up to the next question, a
 * closing remark, or, for a question in a list, the end of its item.
 */
public final class QuestionReader {
    private static final Pattern ASKS =
            Pattern.compile("^(?:Q(?:uestion)?\\s*\\d*\\s*[:.)]|\\d+[.)])\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWERS =
            Pattern.compile("^(?:A(?:nswer|ns)?\\s*\\d*\\s*[:.)])\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSES = Pattern.compile(
            "^(?:disclaimer|important|note|remember|please note|this information)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String source;
    private final SectionKind section;
    private final List<QuestionAnswer> pairs = new ArrayList<>();
    private String question = "";
    private int questionDepth;
    private SourceSpan span;
    private final StringBuilder answer = new StringBuilder();

    private QuestionReader(String source, SectionKind section) {
        this.source = source;
        this.section = section;
    }

    /**
     * The questions of one section, in order; a question that nothing answers is none. Outside of the section for questions
     * only those behind "Q:" are read.
     */
    public static List<QuestionAnswer> read(String source, Section section) {
        QuestionReader reader = new QuestionReader(source, section.kind());
        Piece.of(section.blocks()).forEach(reader::read);
        reader.close();
        return reader.pairs;
    }

    private void read(Piece piece) {
        Optional<Integer> end = questionEnd(piece);
        if (end.isPresent()) {
            close();
            question = ASKS.matcher(piece.text().text().substring(0, end.get()).strip())
                    .replaceFirst("");
            questionDepth = piece.depth();
            span = piece.text().span(0, end.get());
            Passage rest = piece.text().part(end.get(), piece.text().text().length());
            if (!rest.isBlank()) {
                answer(rest);
            }
        } else if (!question.isEmpty() && belongs(piece)) {
            answer(piece.text());
        } else {
            close();
        }
    }

    private boolean belongs(Piece piece) {
        String text = piece.text().text();
        if (piece.heading() || CLOSES.matcher(text).matches()) {
            return false;
        }
        boolean marked = ANSWERS.matcher(text).find();
        boolean inside = piece.depth() > questionDepth
                || piece.depth() == questionDepth && (questionDepth == 0 || answer.length() == 0);
        return marked || inside;
    }

    private void answer(Passage text) {
        String words = ANSWERS.matcher(text.text()).replaceFirst("").strip();
        span = span.union(text.span());
        if (!words.isEmpty()) {
            answer.append(answer.length() == 0 ? "" : "\n").append(words);
        }
    }

    private void close() {
        if (!question.isEmpty() && answer.length() > 0) {
            pairs.add(new QuestionAnswer(question, answer.toString(), Evidence.of(source, span, section)));
        }
        question = "";
        answer.setLength(0);
    }

    /** Where the question that a piece begins with ends; empty where it begins with none. */
    private Optional<Integer> questionEnd(Piece piece) {
        Passage passage = piece.text();
        String text = passage.text();
        boolean asked = ASKS.matcher(text).find();
        if (section != SectionKind.FAQS && !asked) {
            return Optional.empty();
        }
        if (!passage.strong().isEmpty() && passage.strong().get(0).start() == 0) {
            int end = passage.strong().get(0).end();
            if (text.substring(0, end).indexOf('?') >= 0) {
                return Optional.of(end);
            }
        }
        int mark = text.indexOf('?');
        if (mark < 0) {
            return Optional.empty();
        }
        boolean first = passage.sentences().get(0).text().endsWith("?");
        return asked || piece.heading() || first ? Optional.of(mark + 1) : Optional.empty();
    }
}
