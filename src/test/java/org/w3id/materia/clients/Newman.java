package org.w3id.materia.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.w3id.materia.clients.Program.Ended;

/** The Postman collection, run by newman. */
final class Newman {
    private static final Path NPM = Path.of("src/test/npm");
    private static final Path NEWMAN = NPM.resolve("node_modules/newman/bin/newman.js");
    private static final Path POSTMAN = Path.of("docs/postman");

    private Newman() {}

    /** Skips the test, loudly, where newman is not installed. */
    static void require() throws IOException, InterruptedException {
        Program.require(Program.runs("node", "--version"), "node", "install Node.js 18 or later");
        Program.require(Files.exists(NEWMAN), "newman", "run npm ci in " + NPM);
    }

    /** @param server URL of the server, without a slash at the end */
    static Ended run(String server) throws IOException, InterruptedException {
        return Program.run(
                List.of(
                        "node",
                        NEWMAN.toString(),
                        "run",
                        POSTMAN.resolve("materia.postman_collection.json").toString(),
                        "--environment",
                        POSTMAN.resolve("materia.postman_environment.json").toString(),
                        "--env-var",
                        "server=" + server,
                        "--color",
                        "off"),
                Path.of("."),
                Map.of());
    }
}
