package org.w3id.materia.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

@Tag("server")
class OpenApiTest {
    private static TestServer server;
    private static OpenAPI document;
    private static CapabilityStatementRestComponent capabilities;

    @BeforeAll
    static void start() {
        server = TestServer.with(Medicines.knowledge("a", "Amoxicillin"));
        HttpResponse<String> response = server.get("fhir/api-docs");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(response.body());
        assertThat(parsed.getMessages()).isNullOrEmpty();
        document = parsed.getOpenAPI();
        capabilities = TestServer.CONTEXT
                .newJsonParser()
                .parseResource(
                        CapabilityStatement.class, server.get("fhir/metadata").body())
                .getRestFirstRep();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDocumentIsOfThisServer() {
        assertThat(document.getInfo().getTitle()).isEqualTo("Materia");
        assertThat(document.getInfo().getVersion()).isEqualTo("1.2.3");
        assertThat(document.getServers()).hasSize(1);
        assertThat(document.getServers().get(0).getUrl()).isEqualTo(server.base());
        assertThat(document.getPaths()).containsKey("/metadata");
    }

    @Test
    void everyInteractionOfEveryTypeIsInIt() {
        for (CapabilityStatementRestResourceComponent resource : capabilities.getResource()) {
            Set<TypeRestfulInteraction> stated = new HashSet<>();
            resource.getInteraction().forEach(interaction -> stated.add(interaction.getCode()));
            String type = "/" + resource.getType();
            assertThat(has(type + "/{id}")).isEqualTo(stated.contains(TypeRestfulInteraction.READ));
            assertThat(has(type + "/{id}/_history/{version}")).isEqualTo(stated.contains(TypeRestfulInteraction.VREAD));
            assertThat(has(type + "/{id}/_history")).isEqualTo(stated.contains(TypeRestfulInteraction.HISTORYINSTANCE));
            assertThat(has(type + "/_history")).isEqualTo(stated.contains(TypeRestfulInteraction.HISTORYTYPE));
            assertThat(has(type)).isEqualTo(stated.contains(TypeRestfulInteraction.SEARCHTYPE));
        }
    }

    @Test
    void everySearchParameterIsInItWithItsDocumentation() {
        for (CapabilityStatementRestResourceComponent resource : capabilities.getResource()) {
            List<Parameter> parameters =
                    document.getPaths().get("/" + resource.getType()).getGet().getParameters();
            resource.getSearchParam().forEach(stated -> assertThat(parameters)
                    .as(resource.getType() + " " + stated.getName())
                    .anySatisfy(parameter -> {
                        assertThat(parameter.getName()).isEqualTo(stated.getName());
                        assertThat(parameter.getIn()).isEqualTo("query");
                        assertThat(parameter.getDescription()).contains(stated.getDocumentation());
                    }));
            assertThat(parameters.stream().map(Parameter::getName)).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyOperationIsInItByGetAndPost() {
        capabilities.getOperation().forEach(stated -> assertOperation("", stated.getName()));
        for (CapabilityStatementRestResourceComponent resource : capabilities.getResource()) {
            resource.getOperation().forEach(stated -> assertOperation("/" + resource.getType(), stated.getName()));
        }
        assertThat(document.getPaths())
                .containsKeys("/$export", "/Composition/{id}/$document")
                .doesNotContainKey("/Composition/$document");
        assertThat(document.getPaths().get("/$export").getGet().getParameters().stream()
                        .map(Parameter::getName))
                .containsExactly("Prefer", "_type", "_since", "_outputFormat");
    }

    @Test
    void operationIdsAreUniqueAndNothingIsWritten() {
        Set<String> ids = new HashSet<>();
        for (PathItem path : document.getPaths().values()) {
            assertThat(path.getPut()).isNull();
            assertThat(path.getDelete()).isNull();
            assertThat(path.getPatch()).isNull();
            for (Operation operation : path.readOperations()) {
                assertThat(ids.add(operation.getOperationId()))
                        .as(operation.getOperationId())
                        .isTrue();
            }
        }
    }

    @Test
    void thePageAndAllThatItLoadsAreServedFromHere() {
        HttpResponse<String> page = server.get("fhir/swagger-ui/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.body()).doesNotContain("http://", "https://", "<script>", "style=");
        List<String> loaded = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(loaded)
                .containsExactly(
                        "swagger-ui.css", "favicon-32x32.png", "../api-docs", "swagger-ui-bundle.js", "start.js");
        for (String file : loaded) {
            assertThat(server.get("fhir/swagger-ui/" + file).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fhir/swagger-ui/,                     script-src 'self'",
        "fhir/swagger-ui/swagger-ui-bundle.js, script-src 'self'",
        "fhir/metadata,                        default-src 'none'; style-src 'unsafe-inline'",
        "developers,                           default-src 'none'; style-src 'unsafe-inline'",
    })
    void onlyThePageOfSwaggerUiMayRunScripts(String path, String part) {
        List<String> policies = server.get(path).headers().allValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        assertThat(policies.get(0)).contains(part).doesNotContain("unsafe-eval", "script-src 'unsafe-inline'");
        assertThat(policies.get(0).contains("script-src")).isEqualTo(path.contains("swagger-ui"));
    }

    @Test
    void otherFilesOfTheWebJarAreNotServed() {
        assertThat(server.get("fhir/swagger-ui/swagger-ui.js.map").statusCode()).isEqualTo(404);
        assertThat(server.get("fhir/swagger-ui/oauth2-redirect.html").statusCode())
                .isEqualTo(404);
        assertThat(server.send("POST", "fhir/api-docs").statusCode()).isEqualTo(405);
        HttpResponse<String> redirect = server.get("fhir/swagger-ui");
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location").orElseThrow()).isEqualTo("swagger-ui/");
    }

    private static boolean has(String path) {
        PathItem item = document.getPaths().get(path);
        return item != null && item.getGet() != null;
    }

    private static void assertOperation(String parent, String name) {
        List<PathItem> items = document.getPaths().entrySet().stream()
                .filter(path ->
                        path.getKey().matches(Pattern.quote(parent) + "(/\\{id})?/" + Pattern.quote("$" + name)))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(items).as(parent + " " + name).isNotEmpty();
        items.forEach(item -> {
            assertThat(item.getGet()).isNotNull();
            assertThat(item.getPost()).isNotNull();
        });
    }
}
