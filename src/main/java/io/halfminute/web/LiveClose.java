package io.halfminute.web;

/** Why a WebSocket is closed; the numbers are part of the API. */
enum LiveClose {
    NOT_UNDERSTOOD((short) 4400, "not understood; send {\"subscribe\":[\"wallboard\",\"desk\"]}"),
    NOT_SIGNED_IN((short) 4401, "not signed in"),
    NOT_ALLOWED((short) 4403, "not allowed with this role"),
    TOO_SLOW((short) 4408, "too slow"),
    STOPPING((short) 1001, "the server stops");

    private final short code;
    private final String reason;

    LiveClose(short code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    short code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
