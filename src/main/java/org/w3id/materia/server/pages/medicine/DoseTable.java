package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The doses of a medicine with the columns that any of them has something in.
 *
 * @param doses in the order of the text
 */
public record DoseTable(List<Dose> doses, List<Column> columns) {
    /** What may be said of a dose. */
    public enum Column {
        FOR_WHOM("For whom", dose -> List.of(dose.patients())),
        WHAT_FOR("What for", dose -> List.of(dose.purpose())),
        DOSE("Dose", Column::amount),
        HOW_OFTEN("How often", dose -> dose.details().frequency()),
        ROUTE("Route", dose -> List.of(dose.details().route())),
        DURATION("Duration", dose -> dose.details().duration()),
        AT_MOST("At most", dose -> dose.details().ceiling()),
        CONDITION("Condition", dose -> dose.details().conditions());

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // a function of the dose alone
        private final Function<Dose, List<String>> cell;

        Column(String title, Function<Dose, List<String>> cell) {
            this.title = title;
            this.cell = cell;
        }

        public String title() {
            return title;
        }

        /** The lines of its cell for a dose; none where nothing is said. */
        public List<String> of(Dose dose) {
            return cell.apply(dose).stream().filter(line -> !line.isEmpty()).toList();
        }

        /** With the stage of treatment; that a ceiling is the maximum its own column says. */
        private static List<String> amount(Dose dose) {
            List<String> lines = new ArrayList<>();
            if (!dose.details().amount().isEmpty() || dose.details().ceiling().isEmpty()) {
                lines.add(dose.stage());
            }
            lines.addAll(dose.details().amount());
            return lines;
        }
    }

    static DoseTable of(List<Dose> doses) {
        return new DoseTable(
                List.copyOf(doses),
                Arrays.stream(Column.values())
                        .filter(column -> doses.stream()
                                .anyMatch(dose ->
                                        dose.computed() && !column.of(dose).isEmpty()))
                        .toList());
    }

    /** Of the row with the sentence. */
    public int width() {
        return Math.max(1, columns.size());
    }
}
