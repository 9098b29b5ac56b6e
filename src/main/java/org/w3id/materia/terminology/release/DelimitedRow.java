package org.w3id.materia.terminology.release;

import java.util.ArrayList;
import java.util.List;

/** The fields of a line that a character separates and nothing quotes (RRF, RF2, FDA's tables). */
public final class DelimitedRow {
    private final List<String> fields = new ArrayList<>();

    private DelimitedRow() {}

    /** Splits a line that has at least so many fields. */
    public static DelimitedRow of(String line, char separator, int atLeast) throws BrokenLineException {
        DelimitedRow row = new DelimitedRow();
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            row.fields.add(line.substring(start, end));
            start = end + 1;
        }
        row.fields.add(line.substring(start));
        if (row.fields.size() < atLeast) {
            throw new BrokenLineException(
                    "A row has " + atLeast + " fields or more, and this one has " + row.fields.size() + ".");
        }
        return row;
    }

    /** A field, counted from 0, without blanks around it. */
    public String get(int column) {
        return fields.get(column).strip();
    }

    /** A field that must not be empty. */
    public String require(int column, String name) throws BrokenLineException {
        String value = get(column);
        if (value.isEmpty()) {
            throw new BrokenLineException("The row has no " + name + ".");
        }
        return value;
    }

    /** A field that is a positive whole number. */
    public long number(int column, String name) throws BrokenLineException {
        String value = get(column);
        if (value.isEmpty() || value.length() > 18 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BrokenLineException("'" + value + "' is no " + name + " (digits).");
        }
        return Long.parseLong(value);
    }

    /** How many fields the line has, empty ones included. */
    public int size() {
        return fields.size();
    }
}
