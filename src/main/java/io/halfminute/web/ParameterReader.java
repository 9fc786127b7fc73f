package io.halfminute.web;

import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands path, query and body to the validator. The one that comes with Vert.x OpenAPI 5.0 decodes a query value twice, so that
 * {@code +86} loses its plus, and its validator takes the text {@code 1763782345.12}, which is a call's id, for a number. Here
 * a value is decoded once, and what the document calls a string is handed over as a JSON string.
 */
final class ParameterReader implements RequestExtractor {

    private static final int SHOWN = 60;

    @Override
    public Future<ValidatableRequest> extractValidatableRequest(RoutingContext context, Operation operation) {
        Optional<String> wrong = unknown(context, operation).or(() -> twice(context));
        if (wrong.isPresent()) {
            return Future.failedFuture(new ProblemException(ProblemCode.VALIDATION, wrong.get()));
        }
        Map<String, RequestParameter> path = new HashMap<>();
        Map<String, RequestParameter> query = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            boolean inPath = parameter.getIn() == Location.PATH;
            String text = inPath ? context.pathParam(parameter.getName())
                    : context.queryParam(parameter.getName()).stream().findFirst().orElse(null);
            (inPath ? path : query).put(parameter.getName(), new Value(json(parameter, text)));
        }
        return Future.succeededFuture(new Parts(path, query, new Value(context.body().buffer()),
                context.request().getHeader("Content-Type")));
    }

    /** A name that the document does not have would be ignored, and whoever sent it would take the answer for what he asked. */
    private static Optional<String> unknown(RoutingContext context, Operation operation) {
        List<String> wanted = operation.getParameters().stream().filter(parameter -> parameter.getIn() == Location.QUERY)
                .map(Parameter::getName).sorted().toList();
        return context.queryParams().names().stream().filter(name -> !wanted.contains(name)).findFirst()
                .map(name -> shown(name) + ": "
                        + (wanted.isEmpty() ? "none is taken here" : "what is taken here is " + String.join(", ", wanted))
                        + "; see /api/v1/openapi.yaml");
    }

    /** None has more than one value: which of them is meant cannot be known. */
    private static Optional<String> twice(RoutingContext context) {
        return context.queryParams().names().stream().filter(name -> context.queryParam(name).size() > 1).findFirst()
                .map(name -> shown(name) + ": is there " + context.queryParam(name).size() + " times; once is taken");
    }

    private static String shown(String name) {
        return "query parameter \"" + name.substring(0, Math.min(SHOWN, name.length())) + "\"";
    }

    private static String json(Parameter parameter, String text) {
        return text != null && parameter.getSchemaType() == SchemaType.STRING && !text.matches("\\w+")
                ? Json.encode(text) : text;
    }

    private record Value(Object get) implements RequestParameter {
    }

    private record Parts(Map<String, RequestParameter> getPathParameters, Map<String, RequestParameter> getQuery,
                         RequestParameter getBody, String getContentType) implements ValidatableRequest {

        @Override
        public Map<String, RequestParameter> getHeaders() {
            return Map.of();
        }

        @Override
        public Map<String, RequestParameter> getCookies() {
            return Map.of();
        }
    }
}
