package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    private static final int TASKS = 20_000;

    private final AtomicBoolean atOnce = new AtomicBoolean(true);
    private final Turns turns = new Turns("turns", 8 * TASKS, atOnce::get);

    @BeforeEach
    void start() {
        turns.start();
    }

    @AfterEach
    void close() {
        turns.close();
    }

    @Test
    void whoeverBringsATaskDoesItIfNobodyIsAtIt() {
        AtomicReference<Thread> doer = new AtomicReference<>();
        await().until(() -> {
            turns.offer(() -> doer.set(Thread.currentThread()));
            return doer.get() == Thread.currentThread();
        });
    }

    @Test
    void whereNobodyMayDoItHimselfItIsDoneByItsOwnThread() {
        atOnce.set(false);
        AtomicReference<Thread> doer = new AtomicReference<>();
        turns.offer(() -> doer.set(Thread.currentThread()));
        await().until(() -> doer.get() != null);
        assertEquals("turns", doer.get().getName());
    }

    @Test
    void whatATaskBringsIsDoneAfterIt() {
        List<String> done = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        turns.offer(() -> {
            turns.offer(() -> {
                done.add("brought");
                over.countDown();
            });
            done.add("first");
        });
        await().until(() -> over.getCount() == 0);
        assertEquals(List.of("first", "brought"), done);
    }

    /** From eight threads at once: none at the same time as another, none lost, and those of each thread in its order. */
    @Test
    void tasksOfManyThreadsAreDoneOneByOneInOrder() throws InterruptedException {
        List<int[]> done = new ArrayList<>();
        AtomicBoolean busy = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        List<Thread> threads = IntStream.range(0, 8).mapToObj(who -> Thread.ofPlatform().start(() -> {
            for (int n = 0; n < TASKS; n++) {
                int what = n;
                turns.offer(() -> {
                    overlapped.compareAndSet(false, !busy.compareAndSet(false, true));
                    done.add(new int[] {who, what});
                    busy.set(false);
                });
            }
        })).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        await().until(() -> turns.size() == 0 && !busy.get());
        CountDownLatch last = new CountDownLatch(1);
        turns.offer(last::countDown);
        last.await();

        assertFalse(overlapped.get());
        assertEquals(8 * TASKS, done.size());
        int[] next = new int[8];
        done.forEach(task -> assertEquals(next[task[0]]++, task[1]));
    }

    @Test
    void beyondItsCapacityNothingIsTaken() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Turns small = new Turns("small", 1, () -> false);
        small.start();
        CountDownLatch begun = new CountDownLatch(1);
        small.offer(() -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
        assertTrue(small.offer(() -> { }));
        assertFalse(small.offer(() -> { }));
        go.countDown();
        small.close();
    }

    @Test
    void aTaskThatFailsIsTheOnlyOneThatDoes() {
        AtomicBoolean done = new AtomicBoolean();
        turns.offer(() -> {
            throw new IllegalStateException("on purpose");
        });
        turns.offer(() -> done.set(true));
        await().untilTrue(done);
    }
}
