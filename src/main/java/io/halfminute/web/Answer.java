package io.halfminute.web;

import io.vertx.core.http.Cookie;

/**
 * What an operation answers.
 *
 * @param body   a record, a JSON object or a {@link File}; null for none
 * @param cookie set with it; null for none
 */
record Answer(int status, Object body, Cookie cookie) {

    /** A body that a browser saves. */
    record File(String contentType, String name, String text) {
    }

    static Answer ok(Object body) {
        return new Answer(200, body, null);
    }

    static Answer created(Object body) {
        return new Answer(201, body, null);
    }

    static Answer noContent() {
        return new Answer(204, null, null);
    }

    Answer with(Cookie newCookie) {
        return new Answer(status, body, newCookie);
    }
}
