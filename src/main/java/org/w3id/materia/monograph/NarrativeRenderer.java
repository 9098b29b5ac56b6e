package org.w3id.materia.monograph;

import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown blocks as the subset of XHTML that a FHIR Narrative allows (R4, 2.4.0.1): no raw HTML, no scripts, no
 * attributes that place or count.
 */
final class NarrativeRenderer {
    private static final Set<Extension> EXTENSIONS = Set.of(TablesExtension.create());

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> new NarrativeAttributes())
            .build();

    private NarrativeRenderer() {}

    static String render(Node block) {
        return RENDERER.render(block);
    }

    private static final class NarrativeAttributes implements AttributeProvider {
        @Override
        public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
            attributes.remove("start");
            attributes.remove("align");
            attributes.remove("rel");
            attributes.remove("class");
        }
    }
}
