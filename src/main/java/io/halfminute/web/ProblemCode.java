package io.halfminute.web;

import java.util.Locale;

/** The closed list of errors; names and numbers are part of the HTTP API. */
enum ProblemCode {
    VALIDATION(400, "The request makes no sense"),
    UNKNOWN_REASON(400, "No such pause reason"),
    NUMBER_NOT_ALLOWED(400, "This number may not be dialled"),
    UNAUTHENTICATED(401, "Nobody is signed in"),
    WRONG_CREDENTIALS(401, "Name or password is wrong"),
    FORBIDDEN(403, "Not allowed with this role"),
    ORIGIN_REFUSED(403, "Not from this page"),
    NOT_FOUND(404, "There is no such thing"),
    UNKNOWN_AGENT(404, "There is no such agent"),
    UNKNOWN_QUEUE(404, "There is no such queue"),
    UNKNOWN_CALLBACK(404, "There is no such open callback"),
    METHOD_NOT_ALLOWED(405, "Not with this method"),
    WRONG_STATE(409, "Not in this state"),
    NOT_SIGNED_IN(409, "The agent is not signed in"),
    PHONE_UNREACHABLE(409, "The agent's phone cannot be reached"),
    TOO_MANY_CALLBACKS(409, "Too many callbacks are open"),
    VERSION_CONFLICT(409, "Somebody else changed it meanwhile"),
    BODY_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Not in this format"),
    TOO_MANY_ATTEMPTS(429, "Too many attempts"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "A fault of the server"),
    DATABASE_UNAVAILABLE(503, "The database cannot be reached"),
    TIMED_OUT(503, "It took too long"),
    OVERLOADED(503, "Too much to do"),
    NOBODY_LEADS(503, "No server leads at this moment");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** One short sentence, the same each time. */
    String title() {
        return title;
    }

    /** As the API spells it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
