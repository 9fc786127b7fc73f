package io.halfminute.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Something that keeps the server from starting and that an operator can mend; the message says what and how. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** What {@code start} brings, once it is there. */
    static <T> T orValue(CompletableFuture<T> start) {
        try {
            return start.join();
        } catch (CompletionException failed) {
            throw new StartFailure(failed.getCause().getMessage(), failed.getCause());
        }
    }
}
