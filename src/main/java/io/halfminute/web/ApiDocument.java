package io.halfminute.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI document: as text for readers, as a contract for the checks. */
final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String RESOURCE = "/openapi/halfminute.yaml";

    private final Buffer text;
    private final JsonObject tree;

    ApiDocument() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            text = Buffer.buffer(in.readAllBytes());
            Map<?, ?> parsed = new ObjectMapper(new YAMLFactory()).readValue(text.getBytes(), Map.class);
            tree = new JsonObject(new ObjectMapper().writeValueAsString(parsed));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The document as it is written. */
    Buffer text() {
        return text;
    }

    /** The ids of the operations that need nobody to be signed in: those that say {@code security: []}. */
    Set<String> openToAll() {
        return operations().filter(operation -> operation.containsKey("security"))
                .map(operation -> operation.getString("operationId")).collect(Collectors.toUnmodifiableSet());
    }

    /** The ids of all operations. */
    Set<String> operationIds() {
        return operations().map(operation -> operation.getString("operationId")).collect(Collectors.toUnmodifiableSet());
    }

    /** The document in the form that the validator takes. */
    Future<OpenAPIContract> contract(Vertx vertx) {
        return OpenAPIContract.from(vertx, forValidator());
    }

    private Stream<JsonObject> operations() {
        return tree.getJsonObject("paths").stream()
                .flatMap(path -> ((JsonObject) path.getValue()).stream())
                .filter(each -> METHODS.contains(each.getKey()))
                .map(each -> (JsonObject) each.getValue());
    }

    /**
     * Vert.x OpenAPI 5.0 refuses a document that answers with {@code application/problem+json}, CSV or YAML, or whose server is
     * only a path, and wants its own handlers for {@code security}, even where they are switched off. Neither answers nor
     * rights are what it checks here, and it uses no more than the path of the server.
     */
    private JsonObject forValidator() {
        JsonObject copy = new JsonObject(tree.encode()
                .replace("\"application/problem+json\":", "\"application/json\":")
                .replace("\"application/yaml\":", "\"text/plain\":")
                .replace("\"text/csv\":", "\"text/plain\":")
                .replace("\"url\":\"/", "\"url\":\"http://localhost/"));
        copy.remove("security");
        return copy;
    }
}
