package org.w3id.materia.fhir.narrative;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Rendered Markdown → XhtmlNode. It is well-formed but for characters that XML does not allow, so the JDK's reader can do it, in a
 * fraction of the time that HAPI's own takes: that one builds its table of entities anew for each fragment.
 */
public final class XhtmlFragment {
    private static final XMLInputFactory FACTORY = factory();

    private XhtmlFragment() {}

    /**
     * The fragment inside a {@code div}.
     *
     * @throws IllegalArgumentException where it is not well-formed
     */
    public static XhtmlNode inDiv(String fragment) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(
                    new StringReader("<div>" + NarrativeBuilder.clean(fragment) + "</div>"));
            reader.nextTag();
            XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
            div.setAttribute("xmlns", XhtmlNode.XMLNS);
            addContent(reader, div);
            return div;
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not well-formed XHTML: " + fragment, e);
        }
    }

    private static void addContent(XMLStreamReader reader, XhtmlNode parent) throws XMLStreamException {
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                XhtmlNode child = parent.addTag(reader.getLocalName());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    child.setAttribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                addContent(reader, child);
            } else if (event == XMLStreamConstants.CHARACTERS) {
                parent.addText(reader.getText());
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
