package org.w3id.materia.store;

import java.util.List;
import java.util.Optional;

/**
 * One page of a history, the newest change first.
 *
 * @param total how many entries there are in all
 * @param next where the page that follows begins, as {@link HistoryQuery#after()} takes it: digits; empty behind the last page, and
 *     where no entries were asked for
 */
public record HistoryPage(List<HistoryEntry> entries, int total, Optional<String> next) {
    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
