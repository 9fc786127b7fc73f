package io.halfminute.web;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Checks an answer against the document: its status is listed, its kind is right, its body has the schema. */
final class DocumentCheck {

    private final OpenAPIContract contract;
    private final ResponseValidator validator;

    DocumentCheck(Vertx vertx) {
        contract = new ApiDocument().contract(vertx).toCompletionStage().toCompletableFuture().join();
        validator = ResponseValidator.create(vertx, contract);
    }

    OpenAPIContract contract() {
        return contract;
    }

    void answer(String method, String path, WebFixture.Reply reply) {
        String kind = reply.header("content-type");
        if (reply.status() >= 400) {
            assertTrue(kind.equals("application/problem+json"), () -> reply.status() + " as " + kind);
        }
        Operation operation = contract.findOperation("/api/v1" + path.replaceFirst("\\?.*", ""), HttpMethod.valueOf(method));
        if (operation == null || operation.getOperationId().equals("getOpenApi") || kind.startsWith("text/csv")) {
            return;
        }
        Map<String, String> headers = new HashMap<>();
        reply.raw().headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        ValidatableResponse answer = reply.text().isEmpty() ? ValidatableResponse.create(reply.status(), headers)
                : ValidatableResponse.create(reply.status(), headers, Buffer.buffer(reply.text()), "application/json");
        try {
            validator.validate(answer, operation.getOperationId()).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException invalid) {
            fail(method + " " + path + " answered what the document does not say: " + invalid.getCause().getMessage() + "\n"
                    + reply.status() + " " + reply.text());
        }
    }
}
