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

/** The OpenAPI document: as text for readers, as a contract for the checks. */
final class ApiDocument {

    private static final String RESOURCE = "/openapi/halfminute.yaml";

    private final Buffer text;

    ApiDocument() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            text = Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The document as it is written. */
    Buffer text() {
        return text;
    }

    /** The document in the form that the validator takes. */
    Future<OpenAPIContract> contract(Vertx vertx) {
        return OpenAPIContract.from(vertx, forValidator(parsed()));
    }

    private JsonObject parsed() {
        try {
            Map<?, ?> tree = new ObjectMapper(new YAMLFactory()).readValue(text.getBytes(), Map.class);
            return new JsonObject(new ObjectMapper().writeValueAsString(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is not YAML", e);
        }
    }

    /**
     * Vert.x OpenAPI 5.0 refuses a document that answers with {@code application/problem+json} or YAML. Answers are not what
     * it checks at run time, so their kind is named differently for it.
     */
    private static JsonObject forValidator(JsonObject document) {
        return new JsonObject(document.encode()
                .replace("\"application/problem+json\":", "\"application/json\":")
                .replace("\"application/yaml\":", "\"text/plain\":"));
    }
}
