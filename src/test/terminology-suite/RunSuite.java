import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.hl7.fhir.validation.special.TxTester;

/**
 * Runs HL7's terminology tests against a server: {@code java RunSuite.java FOLDER FHIR-BASE OUTPUT-FOLDER}. It is no class of the tests,
 * because its class path has other versions of HL7's libraries than the server's. Prints a line for each test: suite, test, and
 * nothing or what was wrong, separated by tabs.
 */
public class RunSuite {
    public static void main(String[] arguments) throws Exception {
        String folder = arguments[0];
        // The runner speaks on standard output as well.
        PrintStream results = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        ManagedWebAccess.setSsrfProtectionEnabled(false); // The server under test is on this machine.
        TxTester.InternalTxLoader loader = new TxTester.InternalTxLoader(folder);
        TxTester tester =
                new TxTester(loader, arguments[1], false, read(folder + "/messages-tx.fhir.org.json"), "4.0");
        tester.setOutput(arguments[2]);
        for (JsonObject suite : read(folder + "/test-cases.json").getJsonObjects("suites")) {
            for (JsonObject test : suite.getJsonObjects("tests")) {
                String failure;
                try {
                    failure = tester.executeTest(loader, suite, test, Set.of("general"));
                } catch (Exception e) {
                    failure = e.toString();
                }
                results.printf(
                        "%s\t%s\t%s%n",
                        suite.asString("name"),
                        test.asString("name"),
                        failure == null ? "" : failure.replaceAll("\\s+", " "));
            }
        }
        results.flush();
        System.exit(0); // The runner leaves threads behind.
    }

    private static JsonObject read(String file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return JsonParser.parseObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
