package io.halfminute.metric;

import io.halfminute.acd.AcdEvent;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.queue.QueueId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Calls, waits, conversations and offers. One thread tells events; gauges are read by another. */
final class CallMeters {

    /** Label of calls that reached no queue. */
    static final String NO_QUEUE = "none";
    /** Label of calls of a queue that is not configured any more. */
    private static final String OTHER_QUEUE = "other";
    private static final Duration[] WAIT_BUCKETS = seconds(1, 2, 5, 10, 20, 30, 60, 120);
    private static final Duration[] TALK_BUCKETS = seconds(30, 60, 120, 300, 600, 1200);

    /** A call that has not ended; {@code talkFromMs} is 0 unless somebody talks. */
    private record Live(String queue, long arrivedMs, long deadlineMs, boolean waits, boolean answered, long talkFromMs) {
        Live in(String otherQueue) {
            return new Live(otherQueue, arrivedMs, deadlineMs, true, answered, 0);
        }

        Live talking(long fromMs) {
            return new Live(queue, arrivedMs, deadlineMs, false, true, fromMs);
        }

        Live afterwards() {
            return new Live(queue, arrivedMs, deadlineMs, false, answered, 0);
        }
    }

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final int maxCalls;
    private final Map<CallId, Live> live = new ConcurrentHashMap<>();
    private final Set<String> queues = ConcurrentHashMap.newKeySet();

    /**
     * @param maxCalls so many calls are followed at a time; those beyond it are counted, but not timed
     */
    CallMeters(MeterRegistry registry, InstantSource clock, int maxCalls) {
        this.registry = registry;
        this.clock = clock;
        this.maxCalls = maxCalls;
        add(NO_QUEUE);
        Stream.of(AcdEvent.OfferOutcome.values()).forEach(outcome -> offers(code(outcome)));
        offers("answered");
        Stream.of(PbxCommand.Refusal.values()).forEach(why -> refused(code(why)));
    }

    /** Shows these queues from now on, with zeros until they have calls. */
    void configure(Set<QueueId> configured) {
        configured.stream().map(QueueId::value).filter(queue -> !queues.contains(queue)).forEach(this::add);
    }

    void apply(AcdEvent.OfCall event) {
        if (event instanceof AcdEvent.CallArrived arrived) {
            arrived(arrived);
            return;
        }
        if (event instanceof AcdEvent.CallRefused refused) {
            refused(code(refused.why())).increment();
            return;
        }
        Live call = live.get(event.call());
        if (call == null) {
            return;
        }
        switch (event) {
            case AcdEvent.CallWaits waits -> live.put(waits.call(), call.in(label(waits.queue())));
            case AcdEvent.CallAnswered answered -> answered(call, answered);
            case AcdEvent.OfferEnded ended -> offers(code(ended.outcome())).increment();
            case AcdEvent.TalkEnded ended -> talkEnded(call, ended);
            case AcdEvent.CallLeaves leaves -> live.put(leaves.call(), call.afterwards());
            case AcdEvent.DeadlineMissed missed -> deadlinesMissed(call.queue).increment();
            case AcdEvent.CallEnded ended -> {
                live.remove(ended.call());
                ended(call.queue, code(ended.end())).increment();
            }
            case AcdEvent.CallArrived known -> { }
            case AcdEvent.CallRefused counted -> { }
            case AcdEvent.CallbackTried tried -> { }
            case AcdEvent.CustomerDialled dialled -> { }
            case AcdEvent.OfferMade made -> { }
            case AcdEvent.OfferRinging ringing -> { }
            case AcdEvent.CallAtFallback atFallback -> { }
            case AcdEvent.RingOpened opened -> { }
            case AcdEvent.CallAsks asks -> { }
            case AcdEvent.AgentNamed named -> { }
            case AcdEvent.NameDropped dropped -> { }
            case AcdEvent.WaitTold told -> { }
            case AcdEvent.CallbackProposed heard -> proposed(call.queue).increment();
        }
    }

    private void arrived(AcdEvent.CallArrived arrived) {
        String queue = label(arrived.queue());
        if (live.containsKey(arrived.call())) {
            return;
        }
        arrivedIn(queue).increment();
        if (live.size() < maxCalls) {
            live.put(arrived.call(),
                    new Live(queue, arrived.arrivedMs(), arrived.deadlineMs(), arrived.queue() != null, false, 0));
        }
    }

    private void answered(Live call, AcdEvent.CallAnswered answered) {
        if (call.talkFromMs > 0) {
            return;
        }
        live.put(answered.call(), call.talking(answered.atMs()));
        if (!answered.offer().equals(OfferId.NONE)) {
            offers("answered").increment();
        }
        if (!call.answered) {
            answerWait(call.queue).record(lasted(call.arrivedMs, answered.atMs()));
            if (answered.atMs() <= call.deadlineMs) {
                inTime(call.queue).increment();
            }
        }
    }

    private void talkEnded(Live call, AcdEvent.TalkEnded ended) {
        if (call.talkFromMs > 0) {
            talk(call.queue).record(lasted(call.talkFromMs, ended.atMs()));
            live.put(ended.call(), call.afterwards());
        }
    }

    private void add(String queue) {
        queues.add(queue);
        arrivedIn(queue);
        inTime(queue);
        deadlinesMissed(queue);
        proposed(queue);
        Stream.of(CallEnd.values()).forEach(end -> ended(queue, code(end)));
        answerWait(queue);
        talk(queue);
        Gauge.builder("halfminute.calls.waiting", () -> waiting(queue).count()).tag("queue", queue)
                .description("Calls that no agent has picked up yet").register(registry);
        Gauge.builder("halfminute.oldest.wait.seconds", () -> oldestWaitSeconds(queue)).tag("queue", queue)
                .description("How long the longest waiting call has waited since the PBX answered it, 0 if none waits")
                .register(registry);
    }

    private Stream<Live> waiting(String queue) {
        return live.values().stream().filter(call -> call.waits && call.queue.equals(queue));
    }

    private double oldestWaitSeconds(String queue) {
        long nowMs = clock.millis();
        return waiting(queue).mapToLong(call -> lasted(call.arrivedMs, nowMs).toMillis()).max().orElse(0) / 1_000.0;
    }

    private Counter arrivedIn(String queue) {
        return counter("halfminute.calls.arrived", "Calls that reached the hotline", queue).register(registry);
    }

    private Counter ended(String queue, String end) {
        return counter("halfminute.calls.ended", "Calls that are over, by how they ended", queue).tag("end", end)
                .register(registry);
    }

    private Counter proposed(String queue) {
        return counter("halfminute.callbacks.proposed", "Callers who heard that by a key they would be called back", queue)
                .register(registry);
    }

    private Counter inTime(String queue) {
        return counter("halfminute.calls.in.time", "Calls that an agent picked up by their deadline", queue)
                .register(registry);
    }

    private Counter deadlinesMissed(String queue) {
        return counter("halfminute.deadlines.missed", "Calls whose deadline passed before an agent had picked up", queue)
                .register(registry);
    }

    private Counter offers(String outcome) {
        return Counter.builder("halfminute.offers").tag("outcome", outcome)
                .description("Offers of a call to an agent that are over, by what came of them").register(registry);
    }

    private Counter refused(String why) {
        return Counter.builder("halfminute.calls.refused").tag("why", why)
                .description("Callers who were told that they cannot be served").register(registry);
    }

    private Timer answerWait(String queue) {
        return Timer.builder("halfminute.answer.wait").tag("queue", queue).serviceLevelObjectives(WAIT_BUCKETS)
                .description("From the PBX's answer to the first agent's").register(registry);
    }

    private Timer talk(String queue) {
        return Timer.builder("halfminute.talk").tag("queue", queue).serviceLevelObjectives(TALK_BUCKETS)
                .description("How long conversations lasted").register(registry);
    }

    private static Counter.Builder counter(String name, String help, String queue) {
        return Counter.builder(name).tag("queue", queue).description(help);
    }

    private String label(QueueId queue) {
        if (queue == null) {
            return NO_QUEUE;
        }
        return queues.contains(queue.value()) ? queue.value() : OTHER_QUEUE;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Duration lasted(long fromMs, long toMs) {
        return Duration.ofMillis(Math.max(0, toMs - fromMs));
    }

    private static Duration[] seconds(int... each) {
        return Arrays.stream(each).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }
}
