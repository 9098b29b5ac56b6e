package org.w3id.materia.terminology.loaded;

import ca.uhn.fhir.context.FhirContext;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.model.Sha;
import org.w3id.materia.terminology.ConceptStore;
import org.w3id.materia.terminology.ConceptWriter;
import org.w3id.materia.terminology.codesystem.ResourceIdentity;
import org.w3id.materia.terminology.loaded.LoadedItem.Codes;
import org.w3id.materia.terminology.loaded.LoadedItem.Description;
import org.w3id.materia.terminology.loaded.LoadedItem.Location;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.ReleasedConcept;

/** One load: puts what a reader gives beside what is loaded. Nothing of it counts before a catalogue names it. */
final class Load implements ReleaseSink, Closeable {
    static final String HEADER = "header.json";
    private static final int MOST_FINDINGS = 10_000;

    private final Path release;
    private final Path folder;
    private final ConceptStore store;
    private final LoadListener listener;
    private final Path wholeFile;
    private final OutputStream whole;
    private final MessageDigest wholeDigest = Sha.sha256();
    private final List<LoadedItem> wholeItems = new ArrayList<>();
    private final List<LoadedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> read = new TreeSet<>();
    private long wholeEnd;
    private int leftOut;
    private CodeSystem header;
    private Path system;
    private ConceptWriter writer;
    private int conceptsOfSystem;
    private boolean codesPhrases;
    private Set<String> referred = new TreeSet<>();
    private long concepts;
    private long crossReferences;

    Load(Path release, Path folder, ConceptStore store, LoadListener listener) throws IOException {
        this.release = release;
        this.folder = folder;
        this.store = store;
        this.listener = listener;
        wholeFile = folder.resolve("resources" + LoadedTerminologies.UNFINISHED);
        whole = new BufferedOutputStream(Files.newOutputStream(wholeFile));
    }

    @Override
    public void system(CodeSystem begun) throws IOException {
        endSystem();
        header = begun;
        system = folder.resolve("system-" + items.size() + LoadedTerminologies.UNFINISHED);
        writer = store.create(system, header);
        conceptsOfSystem = 0;
        codesPhrases = false;
        referred = new TreeSet<>();
    }

    @Override
    public void concept(ReleasedConcept concept) throws IOException {
        if (!writer.add(concept)) {
            finding(warning("duplicate-code", "'" + concept.code() + "' comes twice; the first one stays."));
            return;
        }
        conceptsOfSystem++;
        codesPhrases |= !concept.kinds().isEmpty();
        crossReferences += concept.references().size();
        concept.references().forEach(r -> referred.add(r.concept().system()));
    }

    @Override
    public void resource(MetadataResource resource) throws IOException {
        byte[] json = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(resource)
                .getBytes(StandardCharsets.UTF_8);
        whole.write(json);
        whole.write('\n');
        wholeDigest.update(json);
        wholeItems.add(new LoadedItem(
                new ResourceIdentity(
                        resource.fhirType(),
                        resource.hasUrl() ? resource.getUrl() : resource.fhirType() + "/" + resource.getName(),
                        resource.getVersion()),
                description(resource),
                new Location(null, wholeEnd, json.length, Sha.hex256(json)),
                Codes.NONE));
        wholeEnd += json.length + 1;
    }

    private static Description description(MetadataResource resource) {
        CodeSystem asSystem = resource instanceof CodeSystem c ? c : new CodeSystem();
        return new Description(
                title(resource),
                content(asSystem),
                asSystem.getSupplements(),
                resource instanceof ConceptMap map ? systems(map) : List.of());
    }

    private static String content(CodeSystem system) {
        return system.getContent() != null ? system.getContent().toCode() : null;
    }

    private static List<String> systems(ConceptMap map) {
        return map.getGroup().stream()
                .flatMap(g -> Stream.of(g.getSource(), g.getTarget()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static String title(MetadataResource resource) {
        return resource.hasTitle() ? resource.getTitle() : resource.getName();
    }

    @Override
    public void finding(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else {
            leftOut++;
        }
    }

    @Override
    public void reading(ReleaseFile file) {
        read.add(file.path());
    }

    /** The files of the release, by whether anything of them was read. */
    LoadReport.Files files() throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            Map<Boolean, List<String>> names = files.all().stream()
                    .collect(Collectors.partitioningBy(
                            f -> read.contains(f.path()), Collectors.mapping(this::name, Collectors.toList())));
            return new LoadReport.Files(names.get(true), names.get(false));
        }
    }

    /** The path within the release. */
    private String name(ReleaseFile file) {
        String within = file.path().substring(release.toString().length());
        return within.isEmpty() ? file.name() : within.replaceFirst("^!?[/\\\\]", "");
    }

    @Override
    public void progressed(long bytes) {
        listener.progressed(bytes);
    }

    /** Everything that was read, in its place in the folder. */
    List<LoadedItem> end() throws IOException {
        endSystem();
        whole.close();
        if (wholeItems.isEmpty()) {
            Files.delete(wholeFile);
        } else {
            Catalogue.force(wholeFile);
            String name = name(Sha.hex(wholeDigest)) + ".ndjson";
            replace(wholeFile, folder.resolve(name));
            wholeItems.forEach(i -> items.add(i.in(name)));
        }
        if (leftOut > 0) {
            findings.add(warning("more-findings", leftOut + " more are not listed."));
        }
        return items;
    }

    private void endSystem() throws IOException {
        if (writer == null) {
            return;
        }
        if (conceptsOfSystem == 0) {
            close();
            LoadedTerminologies.delete(system);
            finding(warning("no-concepts", header.getUrl() + " has no concepts and is left out."));
            return;
        }
        listener.indexing(header.getUrl(), conceptsOfSystem);
        ConceptWriter.Finished finished = writer.finish();
        close();
        if (finished.unknownParents() > 0) {
            finding(warning(
                    "unknown-parent",
                    finished.unknownParents() + " parents in " + header.getUrl() + " are no concepts of it."));
        }
        byte[] json = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(header)
                .getBytes(StandardCharsets.UTF_8);
        Files.write(system.resolve(HEADER), json);
        Catalogue.force(system.resolve(HEADER));
        String digest = Sha.hex256(finished.digest() + Sha.hex256(json));
        replace(system, folder.resolve(name(digest)));
        items.add(new LoadedItem(
                ResourceIdentity.of(header),
                new Description(title(header), content(header), null, List.copyOf(referred)),
                Location.folder(name(digest), digest),
                new Codes(conceptsOfSystem, codesPhrases)));
        concepts += conceptsOfSystem;
    }

    /** The same content has the same name, so what stands there already is as good. */
    private static void replace(Path made, Path place) throws IOException {
        if (Files.exists(place)) {
            LoadedTerminologies.delete(made);
        } else {
            Files.move(made, place, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String name(String digest) {
        return digest.substring(0, 32);
    }

    private Finding warning(String code, String message) {
        return new Finding(Severity.WARNING, release.toString(), 0, code, message);
    }

    long concepts() {
        return concepts;
    }

    long crossReferences() {
        return crossReferences;
    }

    List<Finding> findings() {
        return findings;
    }

    @Override
    public void close() throws IOException {
        whole.flush();
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
