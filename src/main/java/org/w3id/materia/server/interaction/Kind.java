package org.w3id.materia.server.interaction;

/** Kinds of requests: the interactions of FHIR's REST API (FHIR R4, 3.1.0) and what stands beside them. */
public enum Kind {
    READ("read"),
    VREAD("vread"),
    HISTORY_INSTANCE("history-instance"),
    HISTORY_TYPE("history-type"),
    HISTORY_SYSTEM("history-system"),
    SEARCH_TYPE("search-type"),
    SEARCH_SYSTEM("search-system"),
    BATCH("batch"),
    OPERATION("operation"),
    CAPABILITIES("capabilities"),
    /** Kick-off of a bulk export, its status and its files. */
    EXPORT("export"),
    EXPORT_STATUS("export-status"),
    EXPORT_FILE("export-file"),
    CHANGES("changes"),
    CDS_DISCOVERY("cds-discovery"),
    CDS_HOOK("cds-hook"),
    INFOBUTTON("infobutton"),
    HEALTH("health"),
    METRICS("metrics"),
    /** What describes the server to programs: OpenAPI and its page, and SMART's configuration. */
    DESCRIPTION("description"),
    /** What is for people, and whatever else there is or is not. */
    PAGE("page");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** Its name in metrics, logs and audit events. */
    public String label() {
        return label;
    }
}
