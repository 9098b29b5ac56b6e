package org.w3id.materia.terminology.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The records of an XML release: elements of some names, each held whole, one after the other. Document types are not read. */
public final class XmlRecords {
    private static final char NO_CHARACTER = '\uFFFD';
    private static final int DEEPEST = 200;
    private static final XMLInputFactory XML = factory();

    private XmlRecords() {}

    /** Reads one record. */
    public interface RecordReader {
        /**
         * @param record one element with all that is in it
         * @throws BrokenLineException where it is not understood, which is told; the next is read all the same
         */
        void read(XmlElement record) throws BrokenLineException, IOException;
    }

    /** Reads the outermost elements of these names. XML that is not well-formed is reported, and ends the file. */
    public static void read(ReleaseFile file, Set<String> names, ReleaseSink sink, RecordReader reader)
            throws IOException {
        try (BufferedReader in = file.characters(sink)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && names.contains(xml.getLocalName())) {
                    XmlElement element = element(xml, 0);
                    try {
                        if (element.text().indexOf(NO_CHARACTER) >= 0) {
                            throw new BrokenLineException("The " + element.name() + " is not UTF-8.");
                        }
                        reader.read(element);
                    } catch (BrokenLineException e) {
                        sink.finding(ReleaseLines.broken(file, element.line(), e.getMessage()));
                    }
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            sink.finding(ReleaseLines.broken(
                    file, Math.max(0, line), "The XML is not well-formed here and cannot be read on: " + reason(e)));
        }
    }

    /** The name of the root element; empty where the file is no XML. */
    public static String root(ReleaseFile file) throws IOException {
        String head = file.head(1 << 16);
        if (!head.stripLeading().startsWith("<")) {
            return "";
        }
        try (StringReader in = new StringReader(head)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return xml.getLocalName();
                }
            }
            return "";
        } catch (XMLStreamException e) {
            return "";
        }
    }

    private static XmlElement element(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("Elements are nested too deeply.", xml.getLocation());
        }
        String name = xml.getLocalName();
        int line = xml.getLocation().getLineNumber();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                XmlElement child = element(xml, depth + 1);
                children.add(child);
                text.append(' ').append(child.text()).append(' ');
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return new XmlElement(
                name, attributes, children, text.toString().strip().replaceAll("\\s+", " "), line);
    }

    private static String reason(XMLStreamException e) {
        return e.getMessage().lines().reduce((a, b) -> b).orElse("").replaceFirst("^Message: ", "");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter(
                (message, type, related, location) -> {}); // errors are thrown, and need not be printed too
        return factory;
    }
}
