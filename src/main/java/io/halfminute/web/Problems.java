package io.halfminute.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ended a request into a problem document (RFC 9457). */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    static final String MEDIA_TYPE = "application/problem+json";
    private static final int MAX_DETAIL = 400;

    private Problems() {
    }

    /** The failure handler of every route. */
    static void handle(RoutingContext context) {
        answer(context, of(context));
    }

    /** Ends the request with {@code problem}, unless an answer is already on its way. */
    static void answer(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        if (problem.retryAfterSeconds() > 0) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()));
        }
        response.setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(document(problem, context.request().path()).toBuffer());
    }

    /** As it goes over the wire. */
    static JsonObject document(ProblemException problem, String path) {
        ProblemCode code = problem.code();
        return new JsonObject()
                .put("type", "/problems/" + code.code())
                .put("title", code.title())
                .put("status", code.status())
                .put("detail", cut(problem.getMessage()))
                .put("instance", cut(path))
                .put("code", code.code());
    }

    private static ProblemException of(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof HttpException http && http.getCause() instanceof ValidatorException invalid) {
            return invalid(context, invalid);
        }
        if (failure instanceof RejectedExecutionException) {
            return new ProblemException(ProblemCode.OVERLOADED, failure.getMessage() + "; ask again in a second", 1);
        }
        if (failure instanceof TimeoutException) {
            return new ProblemException(ProblemCode.TIMED_OUT, "no answer in time; ask again in some seconds", 5);
        }
        if (failure instanceof HttpException http) {
            return byStatus(context, http.getStatusCode(), failure);
        }
        return isBroken(context) ? byStatus(context, 400, failure) : byStatus(context, context.statusCode(), failure);
    }

    /** Vert.x gives no status for a path like {@code %zz}, and for a body that breaks while it is read only what broke. */
    private static boolean isBroken(RoutingContext context) {
        return context.failure() == null ? context.statusCode() < 0 : !context.request().isEnded();
    }

    private static ProblemException invalid(RoutingContext context, ValidatorException invalid) {
        boolean format = invalid.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT;
        return new ProblemException(format ? ProblemCode.UNSUPPORTED_MEDIA_TYPE : ProblemCode.VALIDATION,
                ValidationAdvice.of(invalid, context.queryParams()));
    }

    private static ProblemException byStatus(RoutingContext context, int status, Throwable failure) {
        String path = context.request().path();
        return switch (status) {
            case 400 -> new ProblemException(ProblemCode.VALIDATION, "the request cannot be read; see /api/v1/openapi.yaml");
            case 404 -> new ProblemException(ProblemCode.NOT_FOUND, "there is nothing at " + path
                    + "; /api/v1/openapi.yaml lists what there is");
            case 405 -> new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, context.request().method() + " is not possible at "
                    + path + "; /api/v1/openapi.yaml lists what is");
            case 413 -> new ProblemException(ProblemCode.BODY_TOO_LARGE, "the body is larger than the server takes; send less");
            case 415 -> new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "send application/json");
            default -> fault(context, failure);
        };
    }

    private static ProblemException fault(RoutingContext context, Throwable failure) {
        LOG.error("{} {} failed", context.request().method(), context.request().path(), failure);
        return new ProblemException(ProblemCode.INTERNAL, "the server failed; its log says why at this time");
    }

    private static String cut(String text) {
        String whole = text == null ? "" : text;
        return whole.length() <= MAX_DETAIL ? whole : whole.substring(0, MAX_DETAIL) + "…";
    }
}
