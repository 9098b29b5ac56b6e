package org.w3id.materia.server.pages.find;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as CSV (RFC 4180). A value that a spreadsheet would run as a formula begins with an apostrophe. */
public final class Csv {
    private static final String HEAD = "medicine,id,kind,what,notes,sentence,fact";

    private Csv() {}

    /** A header and a line for each row, with CRLF behind each. */
    public static String of(List<FindPage.Row> rows) {
        return HEAD + "\r\n" + rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(FindPage.Row row) {
        return List.of(
                                row.medicine().name(),
                                row.medicine().id(),
                                row.statement().kind(),
                                row.statement().what(),
                                row.statement().notes(),
                                row.source().sentence(),
                                row.source().fact())
                        .stream()
                        .map(Csv::value)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String value(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
