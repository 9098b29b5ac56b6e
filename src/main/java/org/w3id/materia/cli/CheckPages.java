package org.w3id.materia.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.w3id.materia.ingest.FactInWords;
import org.w3id.materia.ingest.MonographCheck;
import org.w3id.materia.ingest.MonographCheck.Understood;
import org.w3id.materia.ingest.SectionReview;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.server.pages.ReviewPage;
import org.w3id.materia.server.pages.ReviewPage.Item;
import org.w3id.materia.server.pages.ReviewPage.Outcome;
import org.w3id.materia.server.pages.ReviewPages;

/** The result of {@code check} as pages: each monograph with what was read of it marked in the text, what stayed text and why. */
final class CheckPages {
    /** As {@link FactInWords#kind()} names it. */
    private static final String DOSING_AS_TEXT = "dosing as text";

    private CheckPages() {}

    /** @param findings all of them; those of files without a page stand in the overview */
    static void write(List<MonographCheck> checks, List<Finding> findings, Path folder) throws IOException {
        List<ReviewPage> pages = new ArrayList<>();
        List<Finding> others = new ArrayList<>(findings);
        for (MonographCheck check : checks) {
            if (check.understood().isPresent()) {
                pages.add(page(check.understood().get(), check.findings()));
                others.removeAll(check.findings());
            }
        }
        new ReviewPages(folder).write(pages, others);
    }

    private static ReviewPage page(Understood understood, List<Finding> findings) {
        List<Item> items = new ArrayList<>();
        for (SectionReview section : understood.sections()) {
            section.facts().forEach(fact -> items.add(item(fact)));
            section.withoutFact().forEach(sentence -> items.add(item(sentence)));
        }
        items.sort(Comparator.comparing(Item::place));
        return new ReviewPage(understood.monograph(), items, findings);
    }

    private static Item item(FactInWords fact) {
        Outcome outcome = fact.kind().equals(DOSING_AS_TEXT) ? Outcome.STAYED_TEXT : Outcome.READ;
        return new Item(outcome, fact.kind(), fact.words(), fact.evidence().span());
    }

    private static Item item(Passage sentence) {
        return new Item(Outcome.NO_FACT, "no fact", sentence.text(), sentence.span());
    }
}
