package org.w3id.materia.terminology.codesystem;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;

/**
 * What is said of a code system as a whole (FHIR R4, CodeSystem).
 *
 * @param url canonical
 * @param version null where it has none
 * @param name for programs, or else the title; null where it has none
 * @param content complete, fragment, example, not-present or supplement
 * @param language of displays; null where nothing says
 * @param caseSensitive whether codes that differ in case are different
 * @param versionNeeded whether a code means nothing without the version
 * @param valueSet canonical of the value set of all its codes; null where none
 * @param publication its state of publication
 * @param properties that concepts can have
 * @param supplements versioned URLs of those that are applied
 */
public record CodeSystemHeader(
        String url,
        String version,
        String name,
        String content,
        String language,
        boolean caseSensitive,
        boolean versionNeeded,
        String valueSet,
        PublicationState publication,
        List<PropertyDefinition> properties,
        List<String> supplements) {

    /** A property that the code system defines; {@code uri} may be null. */
    public record PropertyDefinition(String code, String uri, String type) {}

    /** URL and version, as a canonical. */
    public String versionedUrl() {
        return version == null ? url : url + "|" + version;
    }

    /** Language of what has none of its own. */
    public String defaultLanguage() {
        return language == null ? "en" : language;
    }

    public boolean isComplete() {
        return "complete".equals(content);
    }

    /** That of a resource, with supplements that apply to it. */
    public static CodeSystemHeader of(CodeSystem resource, List<CodeSystem> supplements) {
        List<PropertyDefinition> properties = new ArrayList<>();
        properties(resource, properties);
        return new CodeSystemHeader(
                        resource.getUrl(),
                        resource.getVersion(),
                        resource.hasName() ? resource.getName() : resource.getTitle(),
                        resource.getContent() != null ? resource.getContent().toCode() : null,
                        resource.getLanguage(),
                        !resource.getCaseSensitiveElement().hasValue() || resource.getCaseSensitive(),
                        resource.getVersionNeeded(),
                        resource.getValueSet(),
                        PublicationState.of(resource),
                        properties,
                        List.of())
                .with(supplements);
    }

    /** With supplements, and the properties that they define. */
    public CodeSystemHeader with(List<CodeSystem> additional) {
        List<PropertyDefinition> all = new ArrayList<>(properties);
        additional.forEach(s -> properties(s, all));
        return new CodeSystemHeader(
                url,
                version,
                name,
                content,
                language,
                caseSensitive,
                versionNeeded,
                valueSet,
                publication,
                List.copyOf(all),
                additional.stream().map(Canonicals::of).toList());
    }

    private static void properties(CodeSystem resource, List<PropertyDefinition> to) {
        resource.getProperty()
                .forEach(p -> to.add(new PropertyDefinition(
                        p.getCode(),
                        p.getUri(),
                        p.getType() == null ? null : p.getType().toCode())));
    }
}
