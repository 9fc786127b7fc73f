package io.halfminute.web;

/** Ends a request with a problem document. It is an outcome, not a fault, so it has no stack trace. */
final class ProblemException extends RuntimeException {

    private final transient ProblemCode code;
    private final int retryAfterSeconds;

    /** @param detail names the value and advises */
    ProblemException(ProblemCode code, String detail) {
        this(code, detail, 0);
    }

    /** @param retryAfterSeconds when to ask again; 0 to say nothing about it */
    ProblemException(ProblemCode code, String detail, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    ProblemCode code() {
        return code;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
