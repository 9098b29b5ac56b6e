package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3id.materia.cli.SampleServer;
import org.w3id.materia.clients.Program.Ended;

/** The pages for people in Chromium: typed, chosen, pointed at, printed, without a script, on a phone, and looked at by axe-core. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("browser")
@Tag("process")
@Tag("server")
class BrowserTest {
    private static final Path NPM = Path.of("src/test/npm");

    /** Where another browser is to be driven than the one on the path. */
    private static final String CHROMIUM = "CHROMIUM";

    @Test
    void pagesWorkInABrowser() throws Exception {
        String chromium = System.getenv().getOrDefault(CHROMIUM, "/usr/bin/chromium");
        Program.require(Program.runs("node", "--version"), "node", "install Node.js 18 or later");
        Program.require(
                Files.exists(NPM.resolve("node_modules/puppeteer-core")), "puppeteer-core", "run npm ci in " + NPM);
        Program.require(Files.isExecutable(Path.of(chromium)), "Chromium", "install it, or name it by " + CHROMIUM);
        Ended node = Program.run(
                List.of(
                        "node",
                        "--test",
                        "--test-reporter=spec",
                        NPM.resolve("pages.browser.mjs").toString()),
                Path.of("."),
                Map.of("SERVER", SampleServer.shared().address(), CHROMIUM, chromium));
        assertThat(node.status()).as(node.output()).isZero();
        System.out.println(node.output());
    }
}
