package io.halfminute.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.Map;

/** Joins the operations of the document with what carries them out. */
final class Api {

    private final Map<String, Operation> operations;
    private final ApiDocument document;

    /** @param operations by operation id; all of the document but {@code getOpenApi} */
    Api(Map<String, Operation> operations, ApiDocument document) {
        this.operations = Map.copyOf(operations);
        this.document = document;
    }

    /** The router to be mounted at the document's server path. */
    Router router(Vertx vertx, OpenAPIContract contract, Doorkeeper doorkeeper, int maxBodyBytes) {
        RouterBuilder builder = RouterBuilder.create(vertx, contract, new ParameterReader());
        builder.rootHandler(BodyHandler.create(false).setBodyLimit(maxBodyBytes));
        builder.rootHandler(Api::forbidCaching);
        builder.rootHandler(doorkeeper);
        builder.getRoutes().forEach(this::mount);
        return builder.createRouter();
    }

    private void mount(OpenAPIRoute route) {
        String id = route.getOperation().getOperationId();
        route.setDoSecurity(false);
        if (id.equals("getOpenApi")) {
            route.addHandler(this::sendDocument);
            return;
        }
        Operation operation = operations.get(id);
        if (operation == null) {
            throw new IllegalStateException("operation " + id + " of the document has no handler; add one to Operations");
        }
        route.addHandler(context -> run(operation, context));
    }

    private static void run(Operation operation, RoutingContext context) {
        Future<Answer> answer;
        try {
            answer = operation.run(new Request(context));
        } catch (IllegalArgumentException wrong) {
            answer = Future.failedFuture(new ProblemException(ProblemCode.VALIDATION, wrong.getMessage()));
        } catch (RuntimeException failure) {
            answer = Future.failedFuture(failure);
        }
        answer.onSuccess(done -> send(context, done)).onFailure(context::fail);
    }

    private static void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (answer.cookie() != null) {
            response.addCookie(answer.cookie());
        }
        response.setStatusCode(answer.status());
        if (answer.body() == null) {
            response.end();
        } else if (answer.body() instanceof Answer.File(String contentType, String name, String text)) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                    .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"").end(text);
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Json.encodeToBuffer(answer.body()));
        }
    }

    private void sendDocument(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml").end(document.text());
    }

    /** Answers hold personal data and are true for a moment only. */
    private static void forbidCaching(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        context.next();
    }
}
