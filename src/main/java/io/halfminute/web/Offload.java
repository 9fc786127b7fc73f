package io.halfminute.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Runs what may block on virtual threads, so many at a time and each so long at most. A call that is given up goes on in
 * the background and keeps its place until it ends: it is never interrupted, because an interrupt would close the
 * database's socket under it.
 */
final class Offload {

    private final Vertx vertx;
    private final Semaphore places;
    private final long timeoutMs;

    /**
     * @param atOnce  calls beyond so many are refused as {@code overloaded}
     * @param timeout after it the caller gets {@code timed-out}
     */
    Offload(Vertx vertx, int atOnce, Duration timeout) {
        this.vertx = vertx;
        this.places = new Semaphore(atOnce);
        this.timeoutMs = timeout.toMillis();
    }

    /** Runs {@code blocking}; the future completes on the calling context. */
    <T> Future<T> call(Callable<T> blocking) {
        if (!places.tryAcquire()) {
            return Future.failedFuture(new ProblemException(ProblemCode.OVERLOADED,
                    "too many requests are under way; ask again in a second", 1));
        }
        Promise<T> promise = Promise.promise();
        Context context = vertx.getOrCreateContext();
        long timer = vertx.setTimer(timeoutMs, id -> promise.tryFail(tooLate()));
        Thread.startVirtualThread(() -> run(blocking, promise, context));
        return promise.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private <T> void run(Callable<T> blocking, Promise<T> promise, Context context) {
        try {
            T value = blocking.call();
            context.runOnContext(none -> promise.tryComplete(value));
        } catch (Throwable failure) {
            context.runOnContext(none -> promise.tryFail(failure));
        } finally {
            places.release();
        }
    }

    private ProblemException tooLate() {
        return new ProblemException(ProblemCode.TIMED_OUT, "no answer within " + timeoutMs
                + " ms; ask again in some seconds", 5);
    }
}
