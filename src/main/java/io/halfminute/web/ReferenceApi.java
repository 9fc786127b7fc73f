package io.halfminute.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the configuration allows. */
final class ReferenceApi {

    private final Supplier<List<Brand>> brands;
    private final Supplier<List<PauseChoice>> pauseReasons;

    ReferenceApi(Supplier<List<Brand>> brands, Supplier<List<PauseChoice>> pauseReasons) {
        this.brands = brands;
        this.pauseReasons = pauseReasons;
    }

    Map<String, Operation> operations() {
        return Map.of("listBrands", request -> items(brands.get(), ReferenceApi::brand),
                "listPauseReasons", request -> items(pauseReasons.get(), ReferenceApi::pauseReason));
    }

    private static <T> Future<Answer> items(List<T> rows, java.util.function.Function<T, JsonObject> json) {
        return Future.succeededFuture(Answer.ok(new JsonObject().put("items", CallJson.array(rows, json))));
    }

    private static JsonObject brand(Brand brand) {
        return new JsonObject().put("brand", brand.id().value()).put("name", brand.name())
                .put("language", brand.language()).put("numbers", new JsonArray(brand.numbers()));
    }

    private static JsonObject pauseReason(PauseChoice choice) {
        return new JsonObject().put("code", choice.reason().code())
                .put("labels", new JsonObject(new TreeMap<>(choice.labels())));
    }
}
