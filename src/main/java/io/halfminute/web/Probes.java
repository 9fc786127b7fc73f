package io.halfminute.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Supplier;

/** What watches the server asks: whether it lives, whether it can serve, and its metrics. Nothing personal is in them. */
final class Probes {

    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Offload offload;
    private final Supplier<List<HealthPart>> health;
    private final Supplier<String> metrics;

    Probes(Offload offload, Supplier<List<HealthPart>> health, Supplier<String> metrics) {
        this.offload = offload;
        this.health = health;
        this.metrics = metrics;
    }

    void mount(Router router) {
        router.get("/health/live").handler(context -> send(context, 200, new JsonObject().put("status", "up")));
        router.get("/health/ready").handler(this::ready);
        router.get("/metrics").handler(this::metrics);
    }

    private void ready(RoutingContext context) {
        offload.call(health::get).onFailure(context::fail).onSuccess(parts -> {
            boolean up = parts.stream().allMatch(part -> part.up() || !part.required());
            JsonArray list = new JsonArray();
            parts.forEach(part -> list.add(JsonObject.mapFrom(part)));
            send(context, up ? 200 : 503, new JsonObject().put("status", up ? "up" : "down").put("parts", list));
        });
    }

    private void metrics(RoutingContext context) {
        offload.call(metrics::get).onFailure(context::fail).onSuccess(text -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, METRICS_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(text));
    }

    private static void send(RoutingContext context, int status, JsonObject body) {
        context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(body.toBuffer());
    }
}
