package org.w3id.materia.terminology.codesystem;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;

/**
 * What is said of a code system as a whole (FHIR R4, CodeSystem).
 *
 * @param publication which one it is, and its state of publication
 * @param description what it says of itself
 * @param codes what holds for all its codes
 * @param supplements versioned URLs of those that are applied
 */
public record CodeSystemHeader(
        PublicationState publication, Description description, Codes codes, List<String> supplements) {

    /**
     * What a code system says of itself.
     *
     * @param name for programs, or else the title; null where it has none
     * @param content complete, fragment, example, not-present or supplement
     * @param valueSet canonical of the value set of all its codes; null where none
     */
    public record Description(String name, String content, String valueSet) {
        static Description of(CodeSystem resource) {
            return new Description(
                    resource.hasName() ? resource.getName() : resource.getTitle(),
                    resource.getContent() != null ? resource.getContent().toCode() : null,
                    resource.getValueSet());
        }
    }

    /**
     * What holds for all codes of a code system.
     *
     * @param language of displays; null where nothing says
     * @param caseSensitive whether codes that differ in case are different
     * @param versionNeeded whether a code means nothing without the version
     * @param properties that concepts can have
     */
    public record Codes(
            String language, boolean caseSensitive, boolean versionNeeded, List<PropertyDefinition> properties) {
        static Codes of(CodeSystem resource) {
            return new Codes(
                    resource.getLanguage(),
                    !resource.getCaseSensitiveElement().hasValue() || resource.getCaseSensitive(),
                    resource.getVersionNeeded(),
                    List.of());
        }

        /** With the properties that a resource defines. */
        Codes with(CodeSystem resource) {
            List<PropertyDefinition> all = new ArrayList<>(properties);
            resource.getProperty()
                    .forEach(p -> all.add(new PropertyDefinition(
                            p.getCode(),
                            p.getUri(),
                            p.getType() == null ? null : p.getType().toCode())));
            return new Codes(language, caseSensitive, versionNeeded, List.copyOf(all));
        }
    }

    /** A property that the code system defines; {@code uri} may be null. */
    public record PropertyDefinition(String code, String uri, String type) {}

    /** Canonical, without a version. */
    public String url() {
        return publication.resource().url();
    }

    /** Null where it has none. */
    public String version() {
        return publication.resource().version();
    }

    /** URL and version, as a canonical. */
    public String versionedUrl() {
        return publication.resource().canonical();
    }

    /** Language of what has none of its own. */
    public String defaultLanguage() {
        return codes.language() == null ? "en" : codes.language();
    }

    /** Whether all codes are there, so that one that is not found is wrong (content {@code complete}). */
    public boolean isComplete() {
        return "complete".equals(description.content());
    }

    /** That of a resource, with supplements that apply to it. */
    public static CodeSystemHeader of(CodeSystem resource, List<CodeSystem> supplements) {
        return new CodeSystemHeader(
                        PublicationState.of(resource),
                        Description.of(resource),
                        Codes.of(resource).with(resource),
                        List.of())
                .with(supplements);
    }

    /** With supplements, and the properties that they define. */
    public CodeSystemHeader with(List<CodeSystem> additional) {
        Codes all = codes;
        for (CodeSystem supplement : additional) {
            all = all.with(supplement);
        }
        return new CodeSystemHeader(
                publication,
                description,
                all,
                additional.stream().map(Canonicals::of).toList());
    }
}
