package io.halfminute.web;

import io.vertx.core.Future;

/** One operation of the document. */
@FunctionalInterface
interface Operation {

    /**
     * @param request valid by the document, from somebody who is signed in (unless the operation is open to all)
     * @return fails with a {@link ProblemException} for an expected outcome
     */
    Future<Answer> run(Request request);
}
