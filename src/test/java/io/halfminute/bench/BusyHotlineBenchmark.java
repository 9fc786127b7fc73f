package io.halfminute.bench;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole machine with everybody talking and so many callers waiting: one agent's call ends and the next caller's phone
 * is to ring; he answers, and a new caller takes the place in the line. Six steps.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class BusyHotlineBenchmark {

    private static final SkillId SKILL = new SkillId("any");
    private static final Cause OVER = new Cause(Cause.Reason.NORMAL, "16");

    @Param({"20", "100", "1000"})
    private int agents;

    @Param({"10", "1000"})
    private int waiting;

    private final Map<PhoneId, CallId> talks = new HashMap<>();
    private Acd acd;
    private long nowMs;
    private long calls;
    private int turn;

    /** Everybody signs in and gets a call; then the line fills. */
    @Setup
    public void busy() {
        Map<AgentId, AgentSpec> specs = new HashMap<>();
        Map<PhoneId, PhoneStatus> phones = new HashMap<>();
        for (int i = 0; i < agents; i++) {
            AgentId id = new AgentId(String.valueOf(10_000 + i));
            specs.put(id, new AgentSpec(id, id.value(), phone(i), new Skills(Map.of(SKILL, 3))));
            phones.put(phone(i), PhoneStatus.IDLE);
        }
        QueueSpec queue = new QueueSpec(new QueueId("all"), "all", List.of(new SkillDemand(SKILL, 1, 1)), 0, 30_000, 12_000,
                0, 1_000_000, Optional.empty());
        acd = new Acd(new io.halfminute.acd.Setup(Map.of(queue.id(), queue), specs,
                Map.of("4001", new io.halfminute.acd.Setup.Destination(new BrandId("shop-a"), queue.id())), Set.of(),
                new io.halfminute.acd.Setup.Limits(2, 5_000, 3_000, 1_000_000, 1_000)), 1);
        tell(new PbxEvent.Snapshot(List.of(), phones, 0));
        specs.keySet().forEach(id -> {
            acd.apply(new AcdInput.SignIn(id), nowMs);
            acd.apply(new AcdInput.BecomeReady(id), nowMs);
        });
        for (int i = 0; i < agents + waiting; i++) {
            arrive();
        }
    }

    private static PhoneId phone(int number) {
        return new PhoneId(String.valueOf(10_000 + number));
    }

    private Outputs tell(PbxEvent event) {
        Outputs outputs = acd.apply(new AcdInput.FromPbx(event), ++nowMs);
        for (PbxCommand command : outputs.commands()) {
            if (command instanceof PbxCommand.Offer offer) {
                talks.put(offer.phones().getFirst(), offer.call());
                acd.apply(new AcdInput.FromPbx(new PbxEvent.PhoneRinging(offer.call(), offer.offer(), offer.phones().getFirst(), nowMs)),
                        nowMs);
                acd.apply(new AcdInput.FromPbx(new PbxEvent.OfferAnswered(offer.call(), offer.offer(), offer.phones().getFirst(),
                        new ChannelId("leg"), nowMs)), nowMs);
            }
        }
        return outputs;
    }

    private void arrive() {
        CallId call = new CallId("c" + calls++);
        tell(new PbxEvent.CallArrived(call, new CallerId("13800138000", ""), "4001", nowMs, nowMs));
        tell(new PbxEvent.CallWaiting(call, io.halfminute.pbx.OfferId.NONE, nowMs));
    }

    /** @return what the end of a talk brought about */
    @Benchmark
    public Outputs oneCallServed() {
        PhoneId phone = phone(turn++ % agents);
        CallId call = talks.get(phone);
        Outputs outputs = tell(new PbxEvent.AgentLegEnded(call, phone, new ChannelId("leg"), OVER, nowMs));
        tell(new PbxEvent.CallEnded(call, OVER, nowMs));
        arrive();
        return outputs;
    }
}
