package org.w3id.materia.terminology.standard;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A well-formed language tag (RFC 5646, 2.1), in its parts; those that it does not have are empty.
 *
 * @param language two to eight letters; empty where the whole tag is for private use
 * @param extlangs extended languages
 * @param script four letters
 * @param region two letters or three digits
 * @param variants in their order
 * @param extensions each with its singleton in front, such as {@code u-nu-latn}
 * @param privateUse from {@code x} on
 */
record LanguageTag(
        String language,
        List<String> extlangs,
        String script,
        String region,
        List<String> variants,
        List<String> extensions,
        String privateUse) {
    private static final int LONGEST = 200;
    private static final Pattern FORM =
            Pattern.compile("(?<language>[a-z]{2,3}(?<extlangs>(?:-[a-z]{3}(?![a-z0-9])){0,3})|[a-z]{4,8})"
                    + "(?:-(?<script>[a-z]{4}))?"
                    + "(?:-(?<region>[a-z]{2}|[0-9]{3}))?"
                    + "(?<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
                    + "(?<extensions>(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*)"
                    + "(?:-(?<private>x(?:-[a-z0-9]{1,8})+))?");
    private static final Pattern PRIVATE = Pattern.compile("x(?:-[a-z0-9]{1,8})+");
    private static final Pattern BETWEEN_EXTENSIONS = Pattern.compile("-(?=[0-9a-z]-)");

    /** In any case; empty where it is not well-formed, or says the same twice (RFC 5646, 2.2.9). */
    static Optional<LanguageTag> parse(String text) {
        String tag = text.toLowerCase(Locale.ROOT);
        if (tag.length() > LONGEST) {
            return Optional.empty();
        }
        if (PRIVATE.matcher(tag).matches()) {
            return Optional.of(new LanguageTag("", List.of(), "", "", List.of(), List.of(), tag));
        }
        Matcher form = FORM.matcher(tag);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> extlangs = parts(form.group("extlangs"));
        List<String> variants = parts(form.group("variants"));
        List<String> extensions = form.group("extensions").isEmpty()
                ? List.of()
                : List.of(BETWEEN_EXTENSIONS.split(form.group("extensions").substring(1)));
        List<Character> singletons = extensions.stream().map(e -> e.charAt(0)).toList();
        return isWithoutRepetition(variants) && isWithoutRepetition(singletons)
                ? Optional.of(new LanguageTag(
                        form.group("language").split("-", 2)[0],
                        extlangs,
                        title(text(form.group("script"))),
                        text(form.group("region")).toUpperCase(Locale.ROOT),
                        variants,
                        extensions,
                        text(form.group("private"))))
                : Optional.empty();
    }

    private static boolean isWithoutRepetition(List<?> all) {
        Set<Object> distinct = new HashSet<>(all);
        return distinct.size() == all.size();
    }

    private static List<String> parts(String joined) {
        return joined == null || joined.isEmpty()
                ? List.of()
                : Arrays.asList(joined.substring(1).split("-", -1));
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }

    private static String title(String script) {
        return script.isEmpty() ? script : script.substring(0, 1).toUpperCase(Locale.ROOT) + script.substring(1);
    }

    /** As it is usually written (RFC 5646, 2.1.1). */
    String code() {
        StringBuilder code = new StringBuilder(language);
        extlangs.forEach(e -> append(e, code));
        append(script, code);
        append(region, code);
        variants.forEach(v -> append(v, code));
        extensions.forEach(e -> append(e, code));
        append(privateUse, code);
        return code.toString();
    }

    private static void append(String part, StringBuilder code) {
        if (!part.isEmpty()) {
            code.append(code.length() == 0 ? "" : "-").append(part);
        }
    }
}
