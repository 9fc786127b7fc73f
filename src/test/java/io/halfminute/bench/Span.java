package io.halfminute.bench;

/** A stretch of time, in microseconds since 1970; its begin belongs to it, its end does not. */
record Span(long fromUs, long toUs) {

    boolean holds(long atUs) {
        return atUs >= fromUs && atUs < toUs;
    }
}
