package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.w3id.materia.server.pages.medicine.DoseRow.Details;
import org.w3id.materia.server.pages.medicine.DoseRow.Scope;

/**
 * The doses of a medicine with the columns that any of them has something in.
 *
 * @param doses in the order of the text
 */
public record DoseTable(List<DoseRow> doses, List<Column> columns) {
    /** What may be said of a dose. */
    public enum Column {
        FOR_WHOM("For whom", (scope, details) -> List.of(scope.patients())),
        WHAT_FOR("What for", (scope, details) -> List.of(scope.purpose())),
        DOSE("Dose", Column::amount),
        HOW_OFTEN("How often", (scope, details) -> details.rhythm().frequency()),
        ROUTE("Route", (scope, details) -> List.of(details.given().route())),
        DURATION("Duration", (scope, details) -> details.rhythm().duration()),
        AT_MOST("At most", (scope, details) -> details.ceiling()),
        CONDITION("Condition", (scope, details) -> details.conditions());

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // a function of its arguments alone
        private final BiFunction<Scope, Details, List<String>> cell;

        Column(String title, BiFunction<Scope, Details, List<String>> cell) {
            this.title = title;
            this.cell = cell;
        }

        public String title() {
            return title;
        }

        /** The lines of its cell for a dose; none where nothing is said, or the dose was not read whole. */
        public List<String> of(DoseRow dose) {
            return dose.details().map(details -> cell.apply(dose.scope(), details)).stream()
                    .flatMap(List::stream)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        /** With the stage of treatment; that a ceiling is the maximum its own column says. */
        private static List<String> amount(Scope scope, Details details) {
            List<String> amount = details.given().amount();
            List<String> lines = new ArrayList<>();
            if (!amount.isEmpty() || details.ceiling().isEmpty()) {
                lines.add(scope.stage());
            }
            lines.addAll(amount);
            return lines;
        }
    }

    static DoseTable of(List<DoseRow> doses) {
        return new DoseTable(
                List.copyOf(doses),
                Arrays.stream(Column.values())
                        .filter(column ->
                                doses.stream().anyMatch(dose -> !column.of(dose).isEmpty()))
                        .toList());
    }

    /** Of the row with the sentence. */
    public int width() {
        return Math.max(1, columns.size());
    }
}
