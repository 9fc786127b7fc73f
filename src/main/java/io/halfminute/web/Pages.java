package io.halfminute.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The built front end, from a folder of the class path. Files under {@code assets/} carry a hash in their name
 * and never change; all others are asked for each time. A path that is no file is a place inside the pages and gets
 * {@code index.html}.
 */
final class Pages implements Handler<RoutingContext> {

    private static final Pattern SAFE_PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"), Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"), Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"), Map.entry("webp", "image/webp"), Map.entry("woff2", "font/woff2"),
            Map.entry("json", "application/json"), Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"), Map.entry("mp3", "audio/mpeg"), Map.entry("wav", "audio/wav"));

    private final Offload offload;
    private final String folder;
    /** Only files that exist are kept, so it cannot outgrow the folder. */
    private final Map<String, Buffer> files = new ConcurrentHashMap<>();

    /** @param folder on the class path, with slashes at both ends */
    Pages(Offload offload, String folder) {
        this.offload = offload;
        this.folder = folder;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath().substring(1);
        String name = isFile(path) ? path : "index.html";
        offload.call(() -> load(name)).onFailure(context::fail).onSuccess(found -> found.ifPresentOrElse(
                content -> send(context, name, content), () -> context.fail(missing(name))));
    }

    /** A call's page is named by the call's id, which has a dot in it. */
    private static boolean isFile(String path) {
        return path.startsWith("assets/") || path.contains(".") && !path.startsWith("calls/");
    }

    private Optional<Buffer> load(String name) {
        if (!SAFE_PATH.matcher(name).matches() || !TYPES.containsKey(extension(name))) {
            return Optional.empty();
        }
        Buffer known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Buffer> read = read(name);
        read.ifPresent(content -> files.put(name, content));
        return read;
    }

    private Optional<Buffer> read(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(folder + name)) {
            return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + name + " cannot be read", e);
        }
    }

    private static void send(RoutingContext context, String name, Buffer content) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(extension(name)))
                .putHeader(HttpHeaders.CACHE_CONTROL,
                        name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache")
                .end(content);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static ProblemException missing(String name) {
        return new ProblemException(ProblemCode.NOT_FOUND, name.equals("index.html")
                ? "the pages are not built into this server; build it with ./halfminute up" : "there is no file " + name);
    }
}
