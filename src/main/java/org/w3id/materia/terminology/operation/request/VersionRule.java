package org.w3id.materia.terminology.operation.request;

/**
 * What a request says of the versions of a code system or value set.
 *
 * @param parameter that says it, such as system-version
 * @param effect of it
 * @param url canonical without version
 * @param version wanted
 */
public record VersionRule(String parameter, Effect effect, String url, String version) {
    /** When a rule holds. */
    public enum Effect {
        /** Where no version is stated. */
        DEFAULT,
        /** Whatever is stated. */
        FORCE,
        /** Only this version may be used. */
        CHECK
    }

    /** {@code url|version}. */
    public String canonical() {
        return url + "|" + version;
    }
}
