package org.w3id.materia.store.lucene.backup;

import java.util.ArrayList;
import java.util.List;

/** The list of what an archive holds: the last thing in it, so that one which was cut off has none. */
record ArchiveContents(List<ArchivedFile> files) {
    static final String NAME = "contents.txt";
    private static final String FIRST_LINE = "Materia backup 1";

    ArchiveContents {
        files = List.copyOf(files);
    }

    String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        files.forEach(file -> text.append(file.line()).append('\n'));
        return text.append(files.size()).append(" files\n").toString();
    }

    static ArchiveContents parse(String text) throws UnusableBackupException {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw new UnusableBackupException("it is none of this version of Materia");
        }
        List<ArchivedFile> files = new ArrayList<>();
        for (String line : lines.subList(1, Math.max(1, lines.size() - 1))) {
            files.add(ArchivedFile.parse(line));
        }
        if (!lines.get(lines.size() - 1).equals(files.size() + " files")) {
            throw new UnusableBackupException("its list of contents is not whole");
        }
        return new ArchiveContents(files);
    }
}
