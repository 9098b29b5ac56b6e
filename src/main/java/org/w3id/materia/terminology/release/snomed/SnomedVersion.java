package org.w3id.materia.terminology.release.snomed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.DelimitedRow;
import org.w3id.materia.terminology.release.ReleaseFile;

/**
 * Which edition and version a release is of (SNOMED CT URI Standard, 2.1: {@code /sct/{module}/version/{date}}). The international edition is that of the core
 * module; another edition is named by the module on which no other depends and which depends on most.
 */
final class SnomedVersion {
    private static final String CORE = "900000000000207008";
    private static final Pattern NAME = Pattern.compile(".*_([A-Z0-9]+)_(\\d{8})\\.txt");

    private final Map<Long, Set<Long>> dependsOn = new TreeMap<>();
    private String namespace = "";
    private String date = "";

    SnomedVersion(List<ReleaseFile> concepts) {
        for (ReleaseFile file : concepts) {
            Matcher name = NAME.matcher(file.name());
            if (name.matches() && name.group(2).compareTo(date) > 0) {
                namespace = name.group(1);
                date = name.group(2);
            }
        }
    }

    /** A row of the module dependency reference set: the module depends on the component referred to. */
    void dependency(String line) throws BrokenLineException {
        DelimitedRow row = DelimitedRow.of(line, '\t', 6);
        if (row.get(2).equals("1")) {
            dependsOn
                    .computeIfAbsent(row.number(3, "moduleId"), m -> new TreeSet<>())
                    .add(row.number(5, "referencedComponentId"));
        }
    }

    /** Null where the files' names have no date. */
    String uri() {
        return date.isEmpty() ? null : SnomedReader.SYSTEM + "/" + edition() + "/version/" + date;
    }

    private String edition() {
        if (namespace.equals("INT")) {
            return CORE;
        }
        String edition = CORE;
        int most = 0;
        for (Map.Entry<Long, Set<Long>> module : dependsOn.entrySet()) {
            boolean isTop = dependsOn.values().stream().noneMatch(d -> d.contains(module.getKey()));
            if (isTop && module.getValue().size() > most) {
                most = module.getValue().size();
                edition = Long.toString(module.getKey());
            }
        }
        return edition;
    }
}
