package org.w3id.materia.terminology.operation.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.CodeSystemsInUse;
import org.w3id.materia.terminology.operation.library.ImplicitValueSets;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** Finds the code systems and value sets of one request: those that came with it, before the server's own. */
public final class TerminologyResources {
    private final TerminologyLibrary library;
    private final TerminologyRequest request;
    private final CodeSystemsInUse systems;
    private final VersionRules rules;
    private final Set<String> requiredSupplements = new LinkedHashSet<>();
    private final Set<String> usedSupplements = new LinkedHashSet<>();
    private final Map<String, Optional<CodeSystemProvider>> found = new HashMap<>();
    private final ImportedValueSets imports = new ImportedValueSets();

    public TerminologyResources(TerminologyLibrary library, TerminologyRequest request) {
        this(library, request, new CodeSystemsInUse(library));
    }

    /** @param systems of the batch that the request belongs to */
    public TerminologyResources(TerminologyLibrary library, TerminologyRequest request, CodeSystemsInUse systems) {
        this.library = library;
        this.request = request;
        this.systems = systems;
        this.rules = new VersionRules(request);
        requiredSupplements.addAll(request.supplements());
    }

    public TerminologyRequest request() {
        return request;
    }

    public VersionRules rules() {
        return rules;
    }

    /** The value sets that others refer to. */
    public ImportedValueSets imports() {
        return imports;
    }

    /** Asks for a supplement: without it there is no answer. */
    public void require(String supplement) {
        requiredSupplements.add(supplement);
    }

    /** @throws TerminologyFailure where a supplement that was asked for was not to be found */
    public void checkSupplements() {
        List<String> missing = requiredSupplements.stream()
                .filter(s -> usedSupplements.stream()
                        .noneMatch(u -> u.equals(s) || Canonicals.url(u).equals(s)))
                .toList();
        if (!missing.isEmpty()) {
            throw TerminologyFailure.notFound(
                    Issue.error(IssueType.NOTFOUND, null, IssueKind.NOT_FOUND, Messages.missingSupplements(missing)));
        }
    }

    /** Versions of a code system that are there, in order. */
    public List<String> versions(String url) {
        Set<String> all = new TreeSet<>();
        supplied(CodeSystem.class, url).stream().filter(CodeSystem::hasVersion).forEach(c -> all.add(c.getVersion()));
        library.versions(url).stream().filter(Objects::nonNull).forEach(all::add);
        return List.copyOf(all);
    }

    private <T extends Resource> List<T> supplied(Class<T> type, String url) {
        return request.supplied().stream()
                .filter(r -> type.isInstance(r) && url.equals(r.getUrl()))
                .map(type::cast)
                .toList();
    }

    /**
     * The newest code system that fits, ready for use; empty where there is none with concepts of its own.
     *
     * @param version null for any; the request's rules apply
     */
    public Optional<CodeSystemProvider> codeSystem(String url, String version) {
        return url == null ? Optional.empty() : exactCodeSystem(url, rules.version(url, version));
    }

    /** As {@link #codeSystem}, with a version to which the rules have been applied. */
    public Optional<CodeSystemProvider> exactCodeSystem(String url, String version) {
        Optional<CodeSystemProvider> provider =
                found.computeIfAbsent(Canonicals.join(url, version), k -> findCodeSystem(url, version));
        provider.ifPresent(p -> usedSupplements.addAll(p.header().supplements()));
        return provider;
    }

    private Optional<CodeSystemProvider> findCodeSystem(String url, String version) {
        Optional<CodeSystem> given = supplied(CodeSystem.class, url).stream()
                .filter(c -> isUsable(c) && Versions.fits(version, c.getVersion()))
                .max(Comparator.comparing(CodeSystem::getVersion, Versions.ORDER));
        if (given.isPresent()) {
            CodeSystem resource = given.get();
            return Optional.of(systems.given(resource, supplements(url, resource.getVersion())));
        }
        List<String> candidates = library.candidates(url, version);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        String newest = Collections.max(candidates, Versions.ORDER);
        return systems.known(url, newest, supplements(url, newest));
    }

    /** A code system that the request names as the one to use, as it is. */
    public CodeSystemProvider plain(CodeSystem given) {
        return systems.given(given, List.of());
    }

    private static boolean isUsable(CodeSystem resource) {
        return resource.getContent() == CodeSystemContentMode.COMPLETE
                || resource.getContent() == CodeSystemContentMode.FRAGMENT && resource.hasConcept();
    }

    /** Whether the URL is that of a supplement, with its versioned URL. */
    public Optional<String> supplement(String url) {
        return supplied(CodeSystem.class, url).stream()
                .filter(c -> c.getContent() == CodeSystemContentMode.SUPPLEMENT)
                .map(Canonicals::of)
                .findFirst();
    }

    private List<CodeSystem> supplements(String url, String version) {
        List<CodeSystem> all = new ArrayList<>();
        request.supplied().forEach(r -> {
            if (r instanceof CodeSystem c) {
                all.add(c);
            }
        });
        all.addAll(library.supplements(url));
        return all.stream()
                .filter(c -> c.getContent() == CodeSystemContentMode.SUPPLEMENT && c.hasSupplements())
                .filter(c -> Canonicals.url(c.getSupplements()).equals(url)
                        && Versions.fits(Canonicals.version(c.getSupplements()), version))
                .filter(c -> isLanguagePack(c)
                        || requiredSupplements.contains(c.getUrl())
                        || requiredSupplements.contains(Canonicals.of(c)))
                .toList();
    }

    /** A supplement that only adds designations in a language applies without being asked for. */
    private static boolean isLanguagePack(CodeSystem supplement) {
        return supplement.getExtension().stream()
                .anyMatch(e -> e.getUrl().endsWith("codesystem-supplement-type")
                        && e.getValue().isPrimitive()
                        && "lang-pack".equals(e.getValue().primitiveValue()));
    }

    /**
     * The value set that another one refers to.
     *
     * @param canonical with or without a version; {@code #id} is one contained in the other
     */
    public Optional<ValueSet> imported(String canonical, ValueSet by) {
        return canonical.startsWith("#")
                ? by.getContained().stream()
                        .filter(r -> r instanceof ValueSet && canonical.equals(contained(r)))
                        .map(ValueSet.class::cast)
                        .findFirst()
                : valueSet(canonical);
    }

    /** The newest value set that fits a canonical with or without a version. */
    public Optional<ValueSet> valueSet(String canonical) {
        return valueSet(Canonicals.url(canonical), Canonicals.version(canonical));
    }

    /**
     * The newest value set that fits, also one that its URL defines.
     *
     * @param stated version; null for any; the request's rules apply
     */
    public Optional<ValueSet> valueSet(String url, String stated) {
        String version = rules.version(url, stated);
        List<ValueSet> supplied = supplied(ValueSet.class, url).stream()
                .filter(v -> Versions.fits(version, v.getVersion()))
                .toList();
        return (supplied.isEmpty() ? library.candidateValueSets(url, version) : supplied)
                .stream()
                        .max(Comparator.comparing(ValueSet::getVersion, Versions.ORDER))
                        .or(() -> new ImplicitValueSets(this::allVersions).find(url, version));
    }

    /** Versions of a code system, also without one. */
    private List<String> allVersions(String url) {
        List<String> all = new ArrayList<>(library.versions(url));
        supplied(CodeSystem.class, url).forEach(c -> all.add(c.getVersion()));
        return all;
    }

    private static String contained(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        return id.startsWith("#") ? id : "#" + id;
    }

    /** The canonical of an import with the version that the rules give it. */
    public String pinned(String canonical) {
        String url = Canonicals.url(canonical);
        return Canonicals.join(url, rules.version(url, Canonicals.version(canonical)));
    }
}
