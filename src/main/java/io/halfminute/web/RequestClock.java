package io.halfminute.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** Ends a request that is not done in time, also one whose body drips in; the connection goes with it. */
final class RequestClock implements Handler<RoutingContext> {

    /** The parts of a request have this limit themselves and answer better; this one is for what none of them sees. */
    private static final int GRACE_MS = 2_000;

    private final Vertx vertx;
    private final long timeoutMs;

    RequestClock(Vertx vertx, long timeoutMs) {
        this.vertx = vertx;
        this.timeoutMs = timeoutMs + GRACE_MS;
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.request().getHeader("Upgrade") != null) {
            context.next();
            return;
        }
        long timer = vertx.setTimer(timeoutMs, id -> giveUp(context));
        context.addEndHandler(done -> vertx.cancelTimer(timer));
        context.next();
    }

    private void giveUp(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        Problems.answer(context, new ProblemException(ProblemCode.TIMED_OUT, "the request took longer than " + timeoutMs
                + " ms; ask again in some seconds", 5));
    }
}
