package io.halfminute.server;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.time.Timers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who owns the machine: one thread at a time. Inputs are queued by whoever has them and taken in order. What the PBX tells is
 * taken by the thread that brings it if nobody is at the machine, since to wake another takes as long as the step; all else is
 * taken by a thread of the loop's own, which sleeps until the next input or deadline. Commands go out as soon as the step that
 * asked for them is done; events are told in batches, by the loop's thread alone.
 */
public final class AcdLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AcdLoop.class);
    /** So many steps at most before their events go out. */
    private static final int BATCH = 256;
    /** The longest sleep; bounds what a clock that was set can do. */
    private static final long MAX_SLEEP_MS = 1_000;

    private record Queued(AcdInput input, CompletableFuture<Outputs> answer, long atNanos) {
        Queued(AcdInput input, CompletableFuture<Outputs> answer) {
            this(input, answer, System.nanoTime());
        }
    }

    private final Acd acd;
    private final InstantSource clock;
    private final Consumer<PbxCommand> pbx;
    private final Consumer<List<AcdEvent>> events;
    private final LongConsumer stepNanos;
    private final Witness witness;
    private final BlockingQueue<Queued> inputs;
    private final ReentrantLock machine = new ReentrantLock();
    /** Not yet told; of whoever holds the machine. */
    private List<AcdEvent> happened = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "acd");
    private volatile boolean running = true;
    private final LagMeter lag = new LagMeter();
    private volatile long lastStepMs;
    private volatile long nextDeadlineMs = Timers.NEVER;

    /** Sees every step, one after the other, and does not block. */
    @FunctionalInterface
    public interface Witness {
        /** Sees nothing. */
        Witness NONE = (input, nowMs, outputs, failed) -> { };

        /**
         * @param outputs null when the machine failed
         * @param failed  how; null when it did not
         */
        void step(AcdInput input, long nowMs, Outputs outputs, RuntimeException failed);
    }

    /** Without a witness. */
    public AcdLoop(Acd acd, InstantSource clock, int maxInputs, Consumer<PbxCommand> pbx,
            Consumer<List<AcdEvent>> events, LongConsumer stepNanos) {
        this(acd, clock, maxInputs, pbx, events, stepNanos, Witness.NONE);
    }

    /**
     * @param maxInputs how many inputs may be queued; beyond it the PBX's reader waits, and requests of agents fail
     * @param pbx       takes commands and does not block
     * @param events    takes what happened, in order, on this loop's thread, and does not block
     * @param stepNanos is told how long each step took, in nanoseconds
     */
    public AcdLoop(Acd acd, InstantSource clock, int maxInputs, Consumer<PbxCommand> pbx,
            Consumer<List<AcdEvent>> events, LongConsumer stepNanos, Witness witness) {
        this.acd = acd;
        this.clock = clock;
        this.inputs = new LinkedBlockingQueue<>(maxInputs);
        this.pbx = pbx;
        this.events = events;
        this.stepNanos = stepNanos;
        this.witness = witness;
        this.lastStepMs = steadyMs();
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** Something from the PBX; waits while the queue is full, since an event that is dropped is a call that is lost. */
    public void fromPbx(PbxEvent event) {
        if (enqueue(new AcdInput.FromPbx(event)) && !machine.isHeldByCurrentThread() && machine.tryLock()) {
            takeSomeAndUnlock();
        }
        // Also to tell what happened, for another deadline, and if whoever was at the machine had just seen the last input.
        LockSupport.unpark(thread);
    }

    /** An input that nobody waits for the answer of. */
    public void put(AcdInput input) {
        enqueue(input);
        LockSupport.unpark(thread);
    }

    /** @return whether the loop runs, so that the input may be taken at once */
    private boolean enqueue(AcdInput input) {
        try {
            inputs.put(new Queued(input, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return running && thread.isAlive();
    }

    /**
     * What an agent wants.
     *
     * @return empty when it was granted; fails with {@link RejectedExecutionException} when the queue is full or closed
     */
    public CompletableFuture<Optional<Outputs.Refusal>> request(AcdInput.OfAgent request) {
        return ask(request).thenApply(Outputs::refusal);
    }

    /** An input with all that comes of it; fails likewise. */
    public CompletableFuture<Outputs> ask(AcdInput request) {
        CompletableFuture<Outputs> answer = new CompletableFuture<>();
        if (!running || !inputs.offer(new Queued(request, answer))) {
            answer.completeExceptionally(new RejectedExecutionException("the server is overloaded or stopping"));
        }
        LockSupport.unpark(thread);
        return answer;
    }

    /** How long ago the machine last looked at the world, in milliseconds; more than a few seconds is an alarm. */
    public long silentMs() {
        return steadyMs() - lastStepMs;
    }

    private static long steadyMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** The longest that an input had to wait for the machine in the last second or two, in milliseconds. */
    public long lagMs() {
        return lag.worstMs(System.nanoTime());
    }

    /** How many inputs wait to be taken. */
    public int backlog() {
        return inputs.size();
    }

    /** Takes what is queued and ends the thread. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            machine.lock();
            takeSomeAndUnlock();
            if (!tellWhatHappened() && inputs.isEmpty() && running) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(sleepMs()));
            }
        }
        machine.lock();
        takeSomeAndUnlock();
        tellWhatHappened();
        inputs.forEach(left -> refuse(left, new RejectedExecutionException("the server is stopping")));
    }

    private void takeSomeAndUnlock() {
        try {
            Queued next = inputs.poll();
            for (int taken = 1; next != null; taken++) {
                step(next);
                next = taken < BATCH ? inputs.poll() : null;
            }
            if (acd.nextDeadlineMs() <= clock.millis()) {
                step(new Queued(new AcdInput.Tick(), null));
            }
            nextDeadlineMs = acd.nextDeadlineMs();
            lastStepMs = steadyMs();
        } finally {
            machine.unlock();
        }
    }

    private boolean tellWhatHappened() {
        List<AcdEvent> batch;
        machine.lock();
        try {
            batch = happened;
            happened = batch.isEmpty() ? batch : new ArrayList<>();
        } finally {
            machine.unlock();
        }
        if (batch.isEmpty()) {
            return false;
        }
        tell(List.copyOf(batch));
        return true;
    }

    /** A listener's defect is not the hotline's. */
    private void tell(List<AcdEvent> batch) {
        try {
            events.accept(batch);
        } catch (RuntimeException e) {
            LOG.error("{} events could not be told", batch.size(), e);
        }
    }

    private void step(Queued queued) {
        long begin = System.nanoTime();
        lag.note(begin - queued.atNanos(), begin);
        long nowMs = clock.millis();
        try {
            Outputs outputs = acd.apply(queued.input(), nowMs);
            happened.addAll(outputs.events());
            send(outputs.commands());
            // Not before: it wakes a thread, and somebody's phone is to ring.
            witness.step(queued.input(), nowMs, outputs, null);
            if (queued.answer() != null) {
                queued.answer().complete(outputs);
            }
        } catch (RuntimeException e) {
            // A defect. One input is lost, the hotline goes on; the invariants find what it left behind.
            LOG.error("The machine failed on {}", queued.input(), e);
            witness.step(queued.input(), nowMs, null, e);
            happened.add(new AcdEvent.InvariantBroken("the machine failed: " + e, clock.millis()));
            refuse(queued, e);
        }
        stepNanos.accept(System.nanoTime() - begin);
    }

    /** What cannot be sent is one that the PBX says nothing about; the step has been taken all the same. */
    private void send(List<PbxCommand> commands) {
        for (PbxCommand command : commands) {
            try {
                pbx.accept(command);
            } catch (RuntimeException e) {
                LOG.error("{} could not be sent", command, e);
                happened.add(new AcdEvent.InvariantBroken("a command could not be sent: " + e, clock.millis()));
            }
        }
    }

    private static void refuse(Queued queued, Exception why) {
        if (queued.answer() != null) {
            queued.answer().completeExceptionally(why);
        }
    }

    private long sleepMs() {
        long next = nextDeadlineMs;
        if (next == Timers.NEVER) {
            return MAX_SLEEP_MS;
        }
        return Math.clamp(next - clock.millis(), 0, MAX_SLEEP_MS);
    }
}
