package org.w3id.materia.server.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token allows its holder.
 *
 * @param client who holds it, as the issuer calls it
 * @param until when it ends
 * @param permissions by type of resource, or {@link Need#ALL}
 * @param metrics whether it may see what operators see
 */
public record Grant(String client, Instant until, Map<String, Set<Permission>> permissions, boolean metrics) {
    /** Where a request carries it. */
    public static final String ATTRIBUTE = Grant.class.getName();

    /** {@code system/Medication.rs}, {@code system/*.read}; one with a query does not match. */
    private static final Pattern SCOPE =
            Pattern.compile("system/(\\*|[A-Z][A-Za-z]{1,63})\\.(?:(read)|(\\*)|write|(c?r?u?d?s?))");

    public Grant {
        permissions = Map.copyOf(permissions);
    }

    /** @param scopes of the token, with blanks between; those that are not known here allow nothing */
    static Grant of(String client, Instant until, String scopes) {
        Map<String, Set<Permission>> permissions = new HashMap<>();
        boolean metrics = false;
        for (String scope : scopes.split(" ")) {
            Matcher matcher = SCOPE.matcher(scope);
            if (matcher.matches()) {
                permissions
                        .computeIfAbsent(matcher.group(1), type -> EnumSet.noneOf(Permission.class))
                        .addAll(permissions(matcher));
            }
            metrics |= scope.equals(Need.METRICS_SCOPE);
        }
        permissions.values().removeIf(Set::isEmpty);
        return new Grant(client, until, permissions, metrics);
    }

    private static Set<Permission> permissions(Matcher scope) {
        Set<Permission> found = EnumSet.noneOf(Permission.class);
        boolean all = scope.group(2) != null || scope.group(3) != null;
        String letters = scope.group(4) == null ? "" : scope.group(4);
        for (Permission permission : Permission.values()) {
            if (all || letters.indexOf(permission.letter()) >= 0) {
                found.add(permission);
            }
        }
        return found;
    }

    boolean allows(Need need) {
        return switch (need.level()) {
            case NOTHING -> true;
            case ANY -> !permissions.isEmpty();
            case METRICS -> metrics;
            case RESOURCES ->
                need.types().stream().allMatch(type -> need.permissions().stream()
                        .allMatch(permission -> has(type, permission) || has(Need.ALL, permission)));
        };
    }

    private boolean has(String type, Permission permission) {
        return permissions.getOrDefault(type, Set.of()).contains(permission);
    }
}
