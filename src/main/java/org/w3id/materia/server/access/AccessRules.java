package org.w3id.materia.server.access;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.server.interaction.RestInteraction;

/** What each interaction needs. */
final class AccessRules {
    private static final Set<String> TERMINOLOGY = Set.of("CodeSystem", "ValueSet", "ConceptMap");
    private static final String TYPE = "_type";
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z]{1,63}");

    private final boolean cdsByItself;

    /** @param cdsByItself whether the CDS services know their clients by tokens of their own kind */
    AccessRules(boolean cdsByItself) {
        this.cdsByItself = cdsByItself;
    }

    /** @param parameters of the query, and of a form in the body where that has been read */
    Need of(RestInteraction interaction, Map<String, String[]> parameters) {
        String type = typeOrAll(interaction.type());
        return switch (interaction.kind()) {
            case CAPABILITIES, DESCRIPTION, HEALTH, CDS_DISCOVERY -> Need.NOTHING;
            case METRICS -> Need.METRICS;
            case BATCH, EXPORT_STATUS -> Need.ANY;
            case READ, VREAD, HISTORY_INSTANCE, EXPORT_FILE -> Need.of(type, Permission.READ);
            case HISTORY_TYPE -> Need.of(type, Permission.SEARCH);
            case HISTORY_SYSTEM -> Need.of(Need.ALL, Permission.SEARCH);
            case SEARCH_TYPE -> reachesBeyond(parameters) ? Need.EVERYTHING : Need.of(type, Permission.SEARCH);
            case SEARCH_SYSTEM ->
                reachesBeyond(parameters) ? Need.EVERYTHING : Need.of(types(parameters), Permission.SEARCH);
            case EXPORT, CHANGES -> Need.of(types(parameters), Permission.READ, Permission.SEARCH);
            case OPERATION -> ofOperation(interaction);
            case CDS_HOOK -> cdsByItself ? Need.NOTHING : Need.EVERYTHING;
            case INFOBUTTON, PAGE -> Need.EVERYTHING;
        };
    }

    private static Need ofOperation(RestInteraction interaction) {
        String type = typeOrAll(interaction.type());
        if (interaction.operation().equals("$versions")) {
            return Need.NOTHING;
        }
        boolean ofOneType =
                TERMINOLOGY.contains(type) || interaction.operation().equals("$meta");
        return ofOneType ? Need.of(type, Permission.READ) : Need.EVERYTHING;
    }

    /** What is no name of a type, and can be in no scope, is for those who may all. */
    private static String typeOrAll(String name) {
        return name != null && NAME.matcher(name).matches() ? name : Need.ALL;
    }

    /** Whether resources of other types are answered, or asked. */
    private static boolean reachesBeyond(Map<String, String[]> parameters) {
        return parameters.keySet().stream()
                .anyMatch(name -> name.startsWith("_include")
                        || name.startsWith("_revinclude")
                        || name.startsWith("_has")
                        || name.indexOf('.') >= 0);
    }

    private static Set<String> types(Map<String, String[]> parameters) {
        Set<String> types = new LinkedHashSet<>();
        for (String value : parameters.getOrDefault(TYPE, new String[0])) {
            Arrays.stream(value.split(",")).map(AccessRules::typeOrAll).forEach(types::add);
        }
        return types.isEmpty() ? Set.of(Need.ALL) : types;
    }
}
