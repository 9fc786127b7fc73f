package io.halfminute.web;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how much one session asks: each has a bucket that holds a second's requests and is filled again evenly. Belongs to one
 * event loop.
 */
final class RequestRate {

    private static final int MAX_SESSIONS = 10_000;

    private record Bucket(double left, long atMs) {
    }

    private final int perSecond;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_SESSIONS;
        }
    };

    RequestRate(int perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Counts a request of the session; refuses it when the bucket is empty. */
    void count(String token) {
        long nowMs = clock.millis();
        Bucket before = buckets.getOrDefault(token, new Bucket(perSecond, nowMs));
        double refilled = Math.max(0, nowMs - before.atMs()) * perSecond / 1000.0;
        double left = Math.min(perSecond, before.left() + refilled);
        buckets.put(token, new Bucket(left < 1 ? left : left - 1, nowMs));
        if (left < 1) {
            throw new ProblemException(ProblemCode.TOO_MANY_REQUESTS, "this session asks more than " + perSecond
                    + " times a second; ask less often, or listen on /events", 1);
        }
    }
}
