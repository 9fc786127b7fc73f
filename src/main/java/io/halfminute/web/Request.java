package io.halfminute.web;

import io.halfminute.account.User;
import io.halfminute.agent.AgentId;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request after its checks: who asks, and for what. */
final class Request {

    private final RoutingContext context;
    private final ValidatedRequest valid;

    Request(RoutingContext context) {
        this.context = context;
        this.valid = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
    }

    /** Who asks; null where the document leaves the operation open to all. */
    SignedIn signedIn() {
        return Doorkeeper.signedIn(context);
    }

    User user() {
        return signedIn().user();
    }

    boolean isSupervisor() {
        return signedIn().isSupervisor();
    }

    /** From where, as the socket sees it. */
    String address() {
        return context.request().remoteAddress().hostAddress();
    }

    /** The body; half a character in it, which no database keeps, is refused. */
    JsonObject body() {
        JsonObject body = valid.getBody().getJsonObject();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(body.encode())) {
            throw new ProblemException(ProblemCode.VALIDATION,
                    "the body holds half of a character (\\ud800 to \\udfff alone); send whole characters");
        }
        return body;
    }

    String path(String name) {
        return text(valid.getPathParameters(), name);
    }

    /** A query parameter as text, null if it is not there. */
    String query(String name) {
        return text(valid.getQuery(), name);
    }

    /** A query parameter as a number, {@code absent} if it is not there. */
    long query(String name, long absent) {
        return valid.getQuery().get(name).get() instanceof Number number ? number.longValue() : absent;
    }

    /** A path parameter that is a number. */
    long pathNumber(String name) {
        return ((Number) valid.getPathParameters().get(name).get()).longValue();
    }

    /** The agent in the path. */
    AgentId agent() {
        return agent(path("agent"));
    }

    /** The agent of that id; {@code me} is the one who asks. */
    AgentId agent(String id) {
        return id.equals("me") ? me() : new AgentId(id);
    }

    /** The agent who asks. */
    AgentId me() {
        if (user().agent() == null) {
            throw new ProblemException(ProblemCode.UNKNOWN_AGENT, "\"" + user().name()
                    + "\" is no agent; name one in place of me, such as /agents/1001");
        }
        return user().agent();
    }

    /** Refuses everybody but a supervisor. */
    void requireSupervisor(String what) {
        if (!isSupervisor()) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "only a supervisor may " + what + "; ask one");
        }
    }

    /** Refuses everybody but a supervisor and the agent himself. */
    void requireSelfOrSupervisor(AgentId agent, String what) {
        if (!agent.equals(user().agent())) {
            requireSupervisor(what + " of another agent");
        }
    }

    private static String text(Map<String, RequestParameter> parameters, String name) {
        RequestParameter parameter = parameters.get(name);
        return parameter == null || parameter.isEmpty() ? null : String.valueOf(parameter.get());
    }
}
