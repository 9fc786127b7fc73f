package io.halfminute.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;

/** Counts connections and closes those beyond the limit at once. Belongs to one event loop. */
final class Connections implements Handler<HttpConnection> {

    private final int most;
    private int open;

    Connections(int most) {
        this.most = most;
    }

    @Override
    public void handle(HttpConnection connection) {
        if (open >= most) {
            connection.close();
            return;
        }
        open++;
        connection.closeHandler(none -> open--);
    }
}
