package org.w3id.materia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Prints which test classes took longest, from Surefire's reports: the build runs it after the tests. What classes of one process share is
 * counted to the first of them.
 */
final class SlowestClasses {
    private static final int SHOWN = 10;

    private record Time(String name, double seconds) {}

    private SlowestClasses() {}

    /** @param arguments the folder of the reports */
    public static void main(String[] arguments) throws IOException, ParserConfigurationException, SAXException {
        List<Time> times = times(Path.of(arguments[0]));
        double all = times.stream().mapToDouble(Time::seconds).sum();
        System.out.printf("The slowest of %d test classes (%.0f s):%n", times.size(), all);
        times.stream()
                .sorted(Comparator.comparingDouble(Time::seconds).reversed())
                .limit(SHOWN)
                .forEach(t -> System.out.printf("%7.1f s  %s%n", t.seconds(), t.name()));
    }

    private static List<Time> times(Path folder) throws IOException, ParserConfigurationException, SAXException {
        List<Path> reports;
        try (Stream<Path> files = Files.list(folder)) {
            reports = files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
        List<Time> times = new ArrayList<>();
        for (Path report : reports) {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
            times.add(new Time(suite.getAttribute("name"), Double.parseDouble(suite.getAttribute("time"))));
        }
        return times;
    }
}
