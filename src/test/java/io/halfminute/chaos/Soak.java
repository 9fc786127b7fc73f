package io.halfminute.chaos;

import io.halfminute.chaos.Finding.Kind;
import io.halfminute.testing.HotlineUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Some five calls a second for minutes or hours, more callers than agents all the time. At six moments: what lives in the heap
 * after a collection, threads, open files; and between them how long an agent who has hung up waits for the next ring.
 */
final class Soak implements Scenario {

    private static final int AGENTS = 12;
    private static final int WAITING = 12;
    /** With the time to pick up and the next ring that is five calls a second. */
    private static final int TALK_MS = 2_000;
    private static final int PARTS = 5;
    /** Until the JVM has compiled what is hot and caches are as full as they get soon. */
    private static final long WARM_UP_MS = 30_000;
    private static final double HEAP_GROWTH = 1.05;
    private static final int MORE_THREADS = 4;
    private static final int MORE_FILES = 8;

    private final int minutes;
    private final List<ServerFigures> figures = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Soak(int minutes) {
        this.minutes = minutes;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        HotlineUnderTest hotline = HotlineUnderTest.start(folder, Crowd.config(AGENTS), Map.of());
        try (Crowd crowd = Crowd.at(hotline, AGENTS, TALK_MS)) {
            crowd.call(AGENTS + WAITING, 12);
            Wait.pause(WARM_UP_MS);
            figures.add(ServerFigures.of(hotline.server()));
            for (int part = 0; part < PARTS; part++) {
                Wait.pause(Duration.ofMinutes(minutes).toMillis() / PARTS);
                figures.add(ServerFigures.of(hotline.server()));
            }
            List<RungPhone> rings = crowd.rings();
            Crowd.Verdict verdict = crowd.drain(hotline::supervisor);
            findings.addAll(verdict.findings());
            print(rings);
            grows();
            return new Outcome("five calls a second for " + minutes + " minutes", "nothing grows; 0 dropped, 0 lost, 0 double",
                    1, verdict.calls(), List.of(), findings, "");
        }
    }

    private void print(List<RungPhone> rings) {
        System.out.println("      minute  heap MB  resident MB  threads  files  calls  ring p50 ms  p99 ms");
        for (int point = 0; point < figures.size(); point++) {
            ServerFigures now = figures.get(point);
            List<Long> delays = point == 0 ? List.of() : delays(rings, figures.get(point - 1).atMs(), now.atMs());
            System.out.println(String.format(Locale.ROOT, "      %6.1f  %7.1f  %11.0f  %7d  %5d  %5d  %11d  %6d",
                    (now.atMs() - figures.getFirst().atMs()) / 60e3, now.heapKb() / 1024.0, now.residentKb() / 1024.0,
                    now.threads(), now.files(), delays.size(), rank(delays, 0.5), rank(delays, 0.99)));
        }
    }

    /** From an agent's hanging up to his next ring, for rings between two moments, sorted. */
    private static List<Long> delays(List<RungPhone> rings, long fromMs, long toMs) {
        List<Long> delays = new ArrayList<>();
        Map<String, List<RungPhone>> byPhone = rings.stream().filter(RungPhone::isTalk)
                .sorted(Comparator.comparingLong(RungPhone::rangMs)).collect(Collectors.groupingBy(RungPhone::phone));
        for (List<RungPhone> phone : byPhone.values()) {
            for (int ring = 1; ring < phone.size(); ring++) {
                long rang = phone.get(ring).rangMs();
                if (rang > fromMs && rang <= toMs) {
                    delays.add(rang - phone.get(ring - 1).endedMs());
                }
            }
        }
        return delays.stream().sorted().toList();
    }

    private static long rank(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /** From the middle to the end, when what is bounded has had time to fill. */
    private void grows() {
        ServerFigures middle = figures.get(figures.size() / 2);
        ServerFigures end = figures.getLast();
        if (end.heapKb() > middle.heapKb() * HEAP_GROWTH || end.threads() > middle.threads() + MORE_THREADS
                || end.files() > middle.files() + MORE_FILES) {
            findings.add(new Finding(Kind.GROWS, middle + " became " + end));
        }
    }
}
