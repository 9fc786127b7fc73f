package io.halfminute.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request comes from the server's own pages. The cookie is SameSite=Strict already; this is the second lock, for
 * browsers and proxies that break the first, and the only one for WebSockets, which know no same-origin rule.
 */
final class Origins {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Optional<String> publicOrigin;

    /** @param publicOrigin the only one that is right; empty: the host that the request was sent to */
    Origins(Optional<String> publicOrigin) {
        this.publicOrigin = publicOrigin.map(origin -> origin.toLowerCase(Locale.ROOT));
    }

    /**
     * Refuses a foreign page.
     *
     * @param mustSay whether a request that does not say where it comes from is refused too
     */
    void require(HttpServerRequest request, boolean mustSay) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            requireSite(request, mustSay);
        } else if (!isOwn(origin, request)) {
            throw refused(origin);
        }
    }

    /** Whether the method changes something. */
    static boolean changes(HttpMethod method) {
        return !READING.contains(method);
    }

    private void requireSite(HttpServerRequest request, boolean mustSay) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site == null ? mustSay : !site.equals("same-origin")) {
            throw refused(site == null ? "nowhere" : site);
        }
    }

    private boolean isOwn(String origin, HttpServerRequest request) {
        if (publicOrigin.isPresent()) {
            return publicOrigin.get().equals(origin.toLowerCase(Locale.ROOT));
        }
        return request.authority() != null && authority(origin).equals(request.authority().toString().toLowerCase(Locale.ROOT));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }

    private static ProblemException refused(String from) {
        return new ProblemException(ProblemCode.ORIGIN_REFUSED, "the request comes from \"" + from
                + "\" and not from the server's own pages; a script uses Authorization: Bearer in place of the cookie");
    }
}
