package io.halfminute.web;

import io.halfminute.record.CallQueries;
import io.vertx.core.Future;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a store off the event loop, and says in the API's words what a failing store means. */
final class Blocking {

    private static final Logger LOG = LoggerFactory.getLogger(Blocking.class);

    private final Offload offload;

    Blocking(Offload offload) {
        this.offload = offload;
    }

    /** Runs {@code question}; fails with a {@link ProblemException} where the store cannot answer or refuses to. */
    <T> Future<T> ask(Callable<T> question) {
        return offload.call(question).recover(failure -> Future.failedFuture(translated(failure)));
    }

    private static Throwable translated(Throwable failure) {
        return switch (failure) {
            case IllegalArgumentException wrong -> new ProblemException(ProblemCode.VALIDATION, wrong.getMessage());
            case CallQueries.Unavailable unavailable -> unavailable(unavailable);
            default -> failure;
        };
    }

    private static ProblemException unavailable(Throwable failure) {
        LOG.warn("the database cannot be reached: {}", failure.getMessage());
        return new ProblemException(ProblemCode.DATABASE_UNAVAILABLE,
                "the database cannot be reached just now; calls go on, wallboard and desk too; ask again in some seconds", 5);
    }
}
