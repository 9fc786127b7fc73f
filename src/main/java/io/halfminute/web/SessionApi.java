package io.halfminute.web;

import io.halfminute.account.Session;
import io.halfminute.account.SignIn;
import io.halfminute.account.User;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Map;

/** Signing in and out. */
final class SessionApi {

    private final SessionDesk sessions;
    private final Blocking blocking;
    private final InstantSource clock;
    private final boolean secureCookie;
    private final LiveHub hub;

    /** @param secureCookie the browser sends the cookie over TLS only */
    SessionApi(SessionDesk sessions, Blocking blocking, InstantSource clock, boolean secureCookie, LiveHub hub) {
        this.sessions = sessions;
        this.blocking = blocking;
        this.clock = clock;
        this.secureCookie = secureCookie;
        this.hub = hub;
    }

    Map<String, Operation> operations() {
        return Map.of("signIn", this::signIn, "getSession", this::get, "signOff", this::signOff);
    }

    private Future<Answer> signIn(Request request) {
        JsonObject credentials = request.body();
        String name = credentials.getString("name");
        return blocking.ask(() -> sessions.signIn(name, credentials.getString("password"), request.address()))
                .map(this::outcome);
    }

    private Answer outcome(SignIn outcome) {
        return switch (outcome) {
            case SignIn.Granted granted -> granted(granted.session());
            case SignIn.Refused refused -> throw new ProblemException(ProblemCode.WRONG_CREDENTIALS,
                    "name and password do not belong together; the generated passwords are in the data folder, a file a user");
            case SignIn.Throttled throttled -> throw tooMany(throttled.retryAfterMs());
        };
    }

    private Answer granted(Session session) {
        long seconds = Math.max(1, (session.expiresMs() - clock.millis()) / 1000);
        JsonObject body = person(session.user()).put("token", session.token()).put("expiresMs", session.expiresMs());
        return Answer.created(body).with(cookie(session.token(), seconds));
    }

    private static ProblemException tooMany(long retryAfterMs) {
        int seconds = (int) Math.clamp((retryAfterMs + 999) / 1000, 1, 86_400);
        return new ProblemException(ProblemCode.TOO_MANY_ATTEMPTS, "too many wrong tries; try again in " + seconds + " s",
                seconds);
    }

    private Future<Answer> get(Request request) {
        return Future.succeededFuture(Answer.ok(person(request.user())));
    }

    private Future<Answer> signOff(Request request) {
        String token = request.signedIn().token();
        hub.close(token);
        return blocking.ask(() -> {
            sessions.signOut(token);
            return Answer.noContent().with(cookie("", 0));
        });
    }

    private Cookie cookie(String token, long seconds) {
        return Cookie.cookie(Doorkeeper.COOKIE, token).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.STRICT)
                .setSecure(secureCookie).setMaxAge(seconds);
    }

    private static JsonObject person(User user) {
        return new JsonObject()
                .put("name", user.name())
                .put("displayName", user.displayName())
                .put("role", Names.of(user.role()))
                .put("agent", CallJson.text(user.agent()));
    }
}
