package org.w3id.materia.server.pages;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * The templates, each made ready when it is first needed. Everything that they show is escaped for HTML, unless they say otherwise; a name
 * that is not there is a fault and no gap.
 */
final class Templates {
    private static final String FOLDER = "org/w3id/materia/server/pages";

    private final PebbleEngine engine;

    Templates() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .build();
    }

    /**
     * A page's HTML.
     *
     * @param template name of a file beside this class
     */
    String render(String template, Map<String, Object> values) {
        StringWriter html = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(html, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
