package org.w3id.materia.terminology.release;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The records of a CSV file with a header (RFC 4180: quoted fields may hold separators, line ends and doubled quotes). A quote that is
 * not closed is reported for its line, and the next line is read as a record again. Where tabs separate, nothing is quoted.
 */
public final class CsvRecords {
    /** More lines than any quoted note has. */
    private static final int LONGEST = 400;

    private final ReleaseFile file;
    private final char separator;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private int line;

    /** Reads one record. */
    public interface RecordReader {
        /**
         * @param row one record behind the header
         * @throws BrokenLineException where the record is not understood, which is told; the next is read all the same
         */
        void read(CsvRecord row) throws BrokenLineException, IOException;
    }

    private CsvRecords(ReleaseFile file, char separator) {
        this.file = file;
        this.separator = separator;
    }

    /** A record, whose fields are named by the header. */
    public record CsvRecord(Map<String, Integer> columns, List<String> fields) {
        /** A field by the first of these names (any case) that the header has; empty where there is none. */
        public String get(String... names) {
            for (String name : names) {
                Integer column = columns.get(name.toLowerCase(Locale.ROOT));
                if (column != null) {
                    return column < fields.size() ? fields.get(column).strip() : "";
                }
            }
            return "";
        }

        /** A field that must not be empty. */
        public String require(String... names) throws BrokenLineException {
            String value = get(names);
            if (value.isEmpty()) {
                throw new BrokenLineException("The record has no " + names[0] + ".");
            }
            return value;
        }
    }

    /** The names in the first line of a file, in lower case. */
    public static List<String> header(ReleaseFile file) throws IOException {
        String first = file.firstLine();
        return Split.of(first, separator(first)).fields().stream()
                .map(f -> f.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Reads every record behind the header. */
    public static void read(ReleaseFile file, ReleaseSink sink, RecordReader reader) throws IOException {
        new CsvRecords(file, separator(file.firstLine())).readAll(sink, reader);
    }

    private static char separator(String header) {
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
    }

    private void readAll(ReleaseSink sink, RecordReader reader) throws IOException {
        try (TextLines in = new TextLines(file, sink)) {
            String first = next(in);
            List<String> header =
                    Split.of(first == null ? "" : first, separator).fields();
            for (int i = 0; i < header.size(); i++) {
                columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
            }
            for (String text = next(in); text != null; text = next(in)) {
                int at = line;
                try {
                    List<String> fields = record(text, in);
                    if (fields.size() > 1 || !fields.get(0).isBlank()) {
                        reader.read(new CsvRecord(columns, fields));
                    }
                } catch (BrokenLineException e) {
                    sink.finding(ReleaseLines.broken(file, at, e.getMessage()));
                }
            }
            in.warning().ifPresent(sink::finding);
        }
    }

    private List<String> record(String first, TextLines in) throws BrokenLineException, IOException {
        if (first.indexOf(TextLines.NO_CHARACTER) >= 0) {
            throw new BrokenLineException(TextLines.NOT_READABLE);
        }
        List<String> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first);
        Split split = Split.of(first, separator);
        while (split.isOpen() && !split.isBroken()) {
            String next = more.size() < LONGEST ? next(in) : null;
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next);
            split = Split.of(text.toString(), separator);
        }
        if (split.isOpen() || split.isBroken()) {
            for (int i = more.size() - 1; i >= 0; i--) {
                ahead.push(more.get(i));
            }
            line -= more.size();
            throw new BrokenLineException("A quote is not closed where a field ends.");
        }
        return split.fields();
    }

    private String next(TextLines in) throws IOException {
        String next = ahead.isEmpty() ? in.next() : ahead.pop();
        line += next == null ? 0 : 1;
        return next;
    }

    /**
     * A record taken apart.
     *
     * @param isOpen whether a quote is open at its end
     * @param isBroken whether something other than a separator stands behind a closing quote
     */
    private record Split(List<String> fields, boolean isOpen, boolean isBroken) {
        static Split of(String record, char separator) {
            List<String> fields = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quotes = separator != '\t';
            boolean open = false;
            boolean broken = false;
            for (int i = 0; i < record.length(); i++) {
                char c = record.charAt(i);
                char next = i + 1 < record.length() ? record.charAt(i + 1) : separator;
                if (quotes && open && c == '"' && next == '"') {
                    field.append('"');
                    i++;
                } else if (quotes && open && c == '"') {
                    open = false;
                    broken |= next != separator;
                } else if (quotes && !open && c == '"' && field.length() == 0) {
                    open = true;
                } else if (c == separator && !open) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(c);
                }
            }
            fields.add(field.toString());
            return new Split(fields, open, broken);
        }
    }
}
