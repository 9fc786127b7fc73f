package io.halfminute.web;

import io.halfminute.account.User;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks. What the document leaves open to all passes; everything else needs a session, by cookie or by token,
 * and a change by cookie must come from the server's own pages.
 */
final class Doorkeeper implements Handler<RoutingContext> {

    /** The cookie that holds the token. */
    static final String COOKIE = "hm_session";
    private static final String SIGNED_IN = "halfminute.signedIn";
    private static final int MAX_TOKEN = 512;

    private final OpenAPIContract contract;
    private final Set<String> openToAll;
    private final SessionDesk sessions;
    private final Blocking blocking;
    private final Origins origins;
    private final RequestRate rate;

    /** @param openToAll ids of the operations that need nobody to be signed in */
    Doorkeeper(OpenAPIContract contract, Set<String> openToAll, SessionDesk sessions, Blocking blocking, Origins origins,
               RequestRate rate) {
        this.contract = contract;
        this.openToAll = openToAll;
        this.sessions = sessions;
        this.blocking = blocking;
        this.origins = origins;
        this.rate = rate;
    }

    /** Who asks, on a route behind the doorkeeper. */
    static SignedIn signedIn(RoutingContext context) {
        return context.get(SIGNED_IN);
    }

    /** The token of the header {@code Authorization: Bearer}, if it has a sensible size. */
    static Optional<String> bearer(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
        return Optional.ofNullable(bearer ? header.substring(7).strip() : null).filter(Doorkeeper::isSensible);
    }

    /** The token of the cookie, if it has a sensible size. */
    static Optional<String> cookie(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue).filter(Doorkeeper::isSensible);
    }

    @Override
    public void handle(RoutingContext context) {
        try {
            check(context);
        } catch (ProblemException problem) {
            context.fail(problem);
        }
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<String> bearer = bearer(request);
        if (bearer.isEmpty() && Origins.changes(request.method())) {
            origins.require(request, cookie(request).isPresent());
        }
        if (isOpenToAll(context)) {
            context.next();
            return;
        }
        String token = bearer.or(() -> cookie(request)).orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED,
                "sign in by POST /api/v1/session, then send the cookie or Authorization: Bearer TOKEN"));
        rate.count(token);
        admit(context, token, find(token));
    }

    private boolean isOpenToAll(RoutingContext context) {
        Operation operation = contract.findOperation(context.normalizedPath(), context.request().method());
        return operation != null && openToAll.contains(operation.getOperationId());
    }

    /** Who is behind a token. */
    Future<Optional<User>> find(String token) {
        return blocking.ask(() -> sessions.session(token));
    }

    private static void admit(RoutingContext context, String token, Future<Optional<User>> lookup) {
        lookup.onFailure(context::fail).onSuccess(found -> found.ifPresentOrElse(user -> {
            context.put(SIGNED_IN, new SignedIn(user, token));
            context.next();
        }, () -> context.fail(new ProblemException(ProblemCode.UNAUTHENTICATED,
                "the session is over; sign in again by POST /api/v1/session"))));
    }

    private static boolean isSensible(String token) {
        return !token.isEmpty() && token.length() <= MAX_TOKEN;
    }
}
