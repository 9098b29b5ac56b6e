package org.w3id.materia.server.infobutton;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed in Atom (RFC 4287), in the order of HL7's KnowledgeResponse schema. */
final class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(Feed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new AtomFeed(xml).write(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Feed feed) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", "en");
        xml.writeAttribute("xml:base", feed.base() + "/");
        element("title", Feed.TITLE, "text");
        element("subtitle", feed.question().subtitle(), "text");
        author(feed);
        element("updated", feed.updated(), null);
        for (Feed.Category category : feed.question().categories()) {
            category(category.scheme(), category.term());
        }
        element("id", feed.question().id(), null);
        for (Feed.Entry entry : feed.entries()) {
            entry(entry, feed);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void author(Feed feed) throws XMLStreamException {
        xml.writeStartElement("author");
        element("name", Feed.TITLE, null);
        element("uri", feed.base() + "/", null);
        xml.writeEndElement();
    }

    private void entry(Feed.Entry entry, Feed feed) throws XMLStreamException {
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", "en");
        element("title", entry.heading().title(), "text");
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("type", "text/html");
        xml.writeAttribute("title", plain(entry.heading().title()));
        xml.writeAttribute("href", entry.heading().link());
        element("id", entry.heading().id(), null);
        element("updated", feed.updated(), null);
        element("summary", entry.summary(), "html");
        category("subTopic.v.c", entry.topic());
        xml.writeEndElement();
    }

    private void category(String scheme, String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", plain(scheme));
        xml.writeAttribute("term", plain(term));
    }

    private void element(String name, String text, String type) throws XMLStreamException {
        xml.writeStartElement(name);
        if (type != null) {
            xml.writeAttribute("type", type);
        }
        xml.writeCharacters(plain(text));
        xml.writeEndElement();
    }

    /** Without what XML 1.0 has no place for. */
    private static String plain(String text) {
        return text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c >= 0x20 && c <= 0xD7FF
                                || c >= 0xE000 && c <= 0xFFFD
                                || c >= 0x1_0000
                        ? c
                        : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
