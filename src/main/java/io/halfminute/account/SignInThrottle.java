package io.halfminute.account;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong tries to sign in, by user and address together, by address, and by user. A key is blocked while it has as
 * many failures inside the window as its limit allows. The table is bounded: the key that was used longest ago is forgotten
 * first. Thread safe.
 */
final class SignInThrottle {

    private final AccountLimits limits;
    private final Map<String, ArrayDeque<Long>> failures = new LinkedHashMap<>(16, 0.75f, true);

    SignInThrottle(AccountLimits limits) {
        this.limits = limits;
    }

    /** How long this user at this address has to wait before the next try, 0 if he need not. */
    synchronized long waitMs(String user, String address, long nowMs) {
        long pair = waitMs(pairKey(user, address), limits.failuresOfPair(), nowMs);
        long from = waitMs(addressKey(address), limits.failuresOfAddress(), nowMs);
        long whom = waitMs(userKey(user), limits.failuresOfUser(), nowMs);
        return Math.max(pair, Math.max(from, whom));
    }

    /** A try has begun. It counts as wrong until {@link #succeeded}, so that many at once do not slip through. */
    synchronized void tried(String user, String address, long nowMs) {
        add(pairKey(user, address), limits.failuresOfPair(), nowMs);
        add(addressKey(address), limits.failuresOfAddress(), nowMs);
        add(userKey(user), limits.failuresOfUser(), nowMs);
        forgetOldest();
    }

    /** The try was right: the user's own count begins anew, the address's loses this one. */
    synchronized void succeeded(String user, String address) {
        failures.remove(pairKey(user, address));
        takeBack(addressKey(address));
        takeBack(userKey(user));
    }

    /** The try was given up before anything was known. */
    synchronized void notChecked(String user, String address) {
        takeBack(pairKey(user, address));
        takeBack(addressKey(address));
        takeBack(userKey(user));
    }

    /** How many keys are watched. */
    synchronized int watched() {
        return failures.size();
    }

    private long waitMs(String key, int limit, long nowMs) {
        ArrayDeque<Long> times = failures.get(key);
        if (times == null) {
            return 0;
        }
        while (!times.isEmpty() && times.peekFirst() <= nowMs - limits.failureWindowMs()) {
            times.removeFirst();
        }
        return times.size() < limit ? 0 : times.peekFirst() + limits.failureWindowMs() - nowMs;
    }

    private void add(String key, int limit, long nowMs) {
        ArrayDeque<Long> times = failures.computeIfAbsent(key, k -> new ArrayDeque<>());
        times.addLast(nowMs);
        if (times.size() > limit) {
            times.removeFirst();
        }
    }

    private void takeBack(String key) {
        ArrayDeque<Long> times = failures.get(key);
        if (times != null) {
            times.pollLast();
        }
    }

    private void forgetOldest() {
        var eldest = failures.entrySet().iterator();
        while (failures.size() > limits.watched()) {
            eldest.next();
            eldest.remove();
        }
    }

    private static String pairKey(String user, String address) {
        return "pair " + user + " " + address;
    }

    private static String addressKey(String address) {
        return "address " + address;
    }

    private static String userKey(String user) {
        return "user " + user;
    }
}
