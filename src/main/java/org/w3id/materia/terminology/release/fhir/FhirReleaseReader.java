package org.w3id.materia.terminology.release.fhir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;

/** FHIR R4 resources in files of their own: JSON, XML or NDJSON; one file, or those of a folder or zip. */
public final class FhirReleaseReader implements ReleaseReader {
    private static final int HEAD = 1 << 16;
    private static final int LARGEST_XML = 64 << 20;
    private static final Pattern JSON = Pattern.compile("\\s*\\{[\\s\\S]*\"resourceType\"\\s*:[\\s\\S]*");
    private static final Pattern XML =
            Pattern.compile("\\s*<[\\s\\S]*xmlns\\s*=\\s*[\"']http://hl7.org/fhir[\"'][\\s\\S]*");
    private static final Pattern NAMES = Pattern.compile("(?i)[^.].*\\.(json|ndjson|jsonl|xml)");

    @Override
    public String format() {
        return "FHIR R4 CodeSystem, ValueSet, ConceptMap, NamingSystem or Bundle (JSON, XML, NDJSON; a file, or a folder or zip of them)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            for (ReleaseFile file : files.all()) {
                if ((files.all().size() == 1 || isNamedLikeOne(file)) && (isJson(file) || isXml(file))) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        FhirResources resources = new FhirResources(sink);
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            for (ReleaseFile file : files.all()) {
                if (files.all().size() == 1 || isNamedLikeOne(file)) {
                    read(file, resources);
                }
            }
        }
        resources.end(release.toString());
    }

    static boolean isNamedLikeOne(ReleaseFile file) {
        return NAMES.matcher(file.name()).matches();
    }

    /** Reads a file of either syntax. */
    static void read(ReleaseFile file, FhirResources resources) throws IOException {
        if (file.head(HEAD).stripLeading().startsWith("<")) {
            xml(file, resources);
        } else {
            new JsonResources(file, resources).read();
        }
    }

    private static void xml(ReleaseFile file, FhirResources resources) throws IOException {
        StringBuilder text = new StringBuilder();
        try (BufferedReader in = file.characters(resources.sink())) {
            char[] buffer = new char[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(buffer, 0, n);
                if (text.length() > LARGEST_XML) {
                    resources
                            .sink()
                            .finding(FhirResources.broken(
                                    file,
                                    0,
                                    "XML of more than 64 MB is not read. As JSON a code system can be of any size."));
                    return;
                }
            }
        }
        resources.xml(text.toString(), file, 1);
    }

    private static boolean isJson(ReleaseFile file) throws IOException {
        return JSON.matcher(file.head(HEAD)).matches();
    }

    private static boolean isXml(ReleaseFile file) throws IOException {
        return XML.matcher(file.head(HEAD)).matches();
    }
}
