package io.halfminute.store;

import io.halfminute.pbx.CallId;
import io.halfminute.record.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures record keeping; run by hand. First the outbox alone: commits a second, one entry of a call's size each. Then the
 * time from the end of a call to its row in PostgreSQL, at ten calls a second.
 */
public final class KeeperSpeed {

    private static final int COMMITS = 5_000;
    private static final int CALLS = 300;

    private KeeperSpeed() {
    }

    /** @param args none */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "keeper-speed");
        commits(folder);
        try (Database database = TestDatabase.fresh();
                RecordKeeper keeper = RecordKeeper.open(database, KeeperSettings.standard(folder.resolve("o.db"), "CN"),
                        (call, ticket, joined) -> { }, InstantSource.system())) {
            rows(keeper, new CallStore(database));
            burst(keeper);
        }
    }

    private static void commits(Path folder) {
        String body = "x".repeat(1_500);
        try (Outbox outbox = Outbox.open(folder.resolve("c.db"), OutboxLimits.DEFAULT)) {
            long[] nanos = new long[COMMITS];
            for (int at = 0; at < COMMITS; at++) {
                long from = System.nanoTime();
                outbox.append(at, List.of(body), List.of(new Outbox.Living("call", "c" + at % 100, body)));
                nanos[at] = System.nanoTime() - from;
            }
            print("outbox commit", nanos);
            System.out.printf("outbox commits/s %.0f%n", COMMITS * 1e9 / Arrays.stream(nanos).sum());
        }
    }

    private static void rows(RecordKeeper keeper, CallStore calls) {
        long[] accept = new long[CALLS];
        long[] arrival = new long[CALLS];
        long[] end = new long[CALLS];
        for (int at = 0; at < CALLS; at++) {
            Story story = new Story("c" + at, System.currentTimeMillis()).arrives("1380013" + (1_000 + at), "Li");
            var events = story.after(5).served(at + 1, "1001").events();
            CallId call = story.call();
            long from = System.nanoTime();
            keeper.accept(events.subList(0, 1));
            accept[at] = System.nanoTime() - from;
            arrival[at] = until(() -> calls.find(call).isPresent(), from);
            events.subList(1, events.size() - 1).forEach(event -> keeper.accept(List.of(event)));
            LockSupport.parkNanos(50_000_000);
            from = System.nanoTime();
            keeper.accept(List.of(events.getLast()));
            end[at] = until(() -> !calls.find(call).orElseThrow().entry().call().isLive(), from);
            LockSupport.parkNanos(50_000_000);
        }
        print("accept (durable)", accept);
        print("arrival to rows of call and ticket", arrival);
        print("end to final row", end);
    }

    /** As many calls as it can take in, and until all are in PostgreSQL. */
    private static void burst(RecordKeeper keeper) {
        int burst = 2_000;
        long from = System.nanoTime();
        for (int at = 0; at < burst; at++) {
            new Story("b" + at, System.currentTimeMillis()).arrives("1390013" + (1_000 + at), "Li").after(5)
                    .served(at + 1_000_000, "1001").events().forEach(event -> keeper.accept(List.of(event)));
        }
        double accepted = (System.nanoTime() - from) / 1e9;
        until(() -> keeper.stats().depth() == 0, from);
        System.out.printf("burst: %.0f calls/s accepted, %.0f calls/s in PostgreSQL%n", burst / accepted,
                burst * 1e9 / (System.nanoTime() - from));
    }

    private interface Check {
        boolean holds();
    }

    private static long until(Check check, long fromNanos) {
        while (!check.holds()) {
            LockSupport.parkNanos(200_000);
        }
        return System.nanoTime() - fromNanos;
    }

    private static void print(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf("%s: p50 %.2f ms, p99 %.2f ms, max %.2f ms, n %d%n", what, sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6, sorted[sorted.length - 1] / 1e6, sorted.length);
    }
}
